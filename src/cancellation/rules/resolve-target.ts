import type { Operation } from '../errors/catalogue.ts';
import { type Failure, failure } from '../errors/failure.ts';
import { codesOf } from '../errors/kind-codes.ts';
import type { TargetRequest } from '../gateway.ts';
import type { Provider, ProviderAdapter, TargetRules } from '../provider.ts';
import type { Account } from '../target/account.ts';
import type { Target } from '../target/target.ts';
import type { KnownProvider } from '../tenants.ts';

/** A target whose provider is known, can do what is asked, and is configured. */
export interface ResolvedTarget {
  readonly target: Target;
  readonly rules: TargetRules;
  readonly adapter: ProviderAdapter;
  /** What the adapter's credentials open. */
  readonly account: Account;
}

/** What a request names: a target that can be asked for, or why there is none. */
export type TargetResolution = ({ readonly kind: 'resolved' } & ResolvedTarget) | Refused;

/** A target whose provider is known, and may not be configured for anybody. */
interface NamedTarget {
  readonly kind: 'named';
  readonly target: Target;
  readonly rules: TargetRules;
}

/** The gateway refuses the request itself. */
interface Refused {
  readonly kind: 'refused';
  readonly failure: Failure;
}

/** Finds the provider of an id by its form, or checks the id against the provider that the caller names. */
export function resolveTarget(
  providers: readonly KnownProvider[],
  request: TargetRequest,
  operation: Operation,
): TargetResolution {
  const named = nameTarget(
    providers.map(({ definition }) => definition),
    request,
  );
  if (named.kind === 'refused') return named;
  const { target, rules } = named;
  if (operation === 'read' && !rules.readable) return refused(failure('OPERATION_NOT_SUPPORTED'));
  const provider = providers.find(({ definition }) => definition.id === target.provider);
  if (!provider?.adapter) return refused(failure('PROVIDER_NOT_CONFIGURED'));
  return { kind: 'resolved', target, rules, adapter: provider.adapter, account: provider.account };
}

/** The target of a request in its provider's canonical form, or why there can be none. */
export function nameTarget(
  definitions: readonly Provider[],
  { kind, id, provider }: TargetRequest,
): NamedTarget | Refused {
  const expected: string[] = [];
  for (const definition of definitions) {
    const rules = definition.targets[kind];
    const isAsked = provider === null || provider === definition.id;
    if (!isAsked || rules === undefined) continue;
    const canonical = rules.id.canonicalize(id);
    if (canonical !== null) {
      return { kind: 'named', target: { kind, provider: definition.id, id: canonical }, rules };
    }
    expected.push(rules.id.expected);
  }
  if (expected.length === 0) return refused(failure('OPERATION_NOT_SUPPORTED'));
  return refused(failure(codesOf[kind].invalidId, null, { expected: expected.join(', or ') }));
}

/** Whether the provider of a target can be asked for its state; also where it is not configured any more. */
export function isReadable(definitions: readonly Provider[], { provider, kind }: Target): boolean {
  return definitions.find(({ id }) => id === provider)?.targets[kind]?.readable ?? true;
}

function refused(because: Failure): Refused {
  return { kind: 'refused', failure: because };
}
