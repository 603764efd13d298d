import type { CancelAnswer, CancelCommand } from '../../src/cancellation/provider.ts';
import type { Target } from '../../src/cancellation/target/target.ts';
import { Environment } from '../../src/config/environment.ts';
import { readProvider } from '../../src/config/provider-settings.ts';
import type { Tenancy } from '../../src/config/tenancy.ts';
import type { ProviderDefinition, ProviderTools } from '../../src/providers/definition.ts';

/** An adapter that a test has seen being made. */
interface MadeAdapter {
  readonly token: string;
  readonly tools: ProviderTools;
  /** The calls under way; each is answered when the test says so. */
  readonly calls: (() => void)[];
  isClosed: boolean;
}

export const target: Target = { kind: 'payment', provider: 'ACME', id: '1' };

const terms = { deadlineMs: 1_000, inBackground: false };

export const command: CancelCommand = {
  target,
  key: 'key',
  spelling: null,
  authorizationId: null,
  reason: null,
  terms,
};

const upstream = { provider: 'ACME', httpStatus: 200, code: null, message: null, requestId: null };
export const cancelled: CancelAnswer = { kind: 'cancelled', upstream, snapshot: null, providerCancellationId: null };

/** A provider whose adapters are counted, and answer when they are told to. Its accounts are named as a test says, or never. */
export function countedProvider(accountOf?: (token: string) => Promise<string | null>) {
  const made: MadeAdapter[] = [];
  const asked: string[] = [];
  const definition: ProviderDefinition = {
    id: 'ACME',
    description: 'A provider of tests.',
    namesAccount: accountOf !== undefined,
    targets: {},
    settings: [{ kind: 'secret', name: 'ACME_TOKEN', description: 'A token.' }],
    documentedErrors: [],
    create(settings, tools) {
      const token = settings.secret('ACME_TOKEN').reveal();
      const adapter: MadeAdapter = { token, tools, calls: [], isClosed: false };
      made.push(adapter);
      return {
        cancel: () => new Promise((resolve) => adapter.calls.push(() => resolve(cancelled))),
        read: async () => ({ kind: 'unsupported', upstream }),
        account: async (_terms) => {
          asked.push(token);
          return accountOf?.(token) ?? null;
        },
        close: async () => {
          adapter.isClosed = true;
        },
      };
    },
  };
  return { definition, made, asked };
}

/** What a file says that gives these tokens to tenants of these names. */
export function tenancyOf(definition: ProviderDefinition, tokens: Readonly<Record<string, string>>): Tenancy {
  const configured = ([name, token]: [string, string]) => {
    const provider = readProvider(new Environment({ ACME_TOKEN: token }), definition, true);
    return [name, provider === null ? [] : [provider]] as const;
  };
  const names = Object.keys(tokens);
  return {
    recordNames: new Map(names.map((name) => [name, name])),
    providers: new Map(Object.entries(tokens).map(configured)),
    singleTenantRecords: null,
    mistaken: new Map(),
    files: [],
  };
}
