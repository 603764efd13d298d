import { noAnswerOf } from '../cancellation/errors/failure.ts';
import type { CallTerms, CancelAnswer, CancelCommand, ProviderAdapter, ReadAnswer } from '../cancellation/provider.ts';
import type { Target, TargetKind } from '../cancellation/target/target.ts';

/** What a provider can do with one kind of target, over a `ProviderClient` of its own. Failures are values. */
export interface DataSource {
  cancel(command: CancelCommand): Promise<CancelAnswer>;
  /** Absent where the provider cannot be asked for the target's state. */
  read?(target: Target, terms: CallTerms): Promise<ReadAnswer>;
  close(): Promise<void>;
}

/** How a provider tells whose the credentials are, over clients of its own. */
export type AccountSource = Required<Pick<ProviderAdapter, 'account' | 'close'>>;

/** The adapter of a provider: a data source for each kind of target that its definition names. */
export function adapterOf(
  sources: Partial<Record<TargetKind, DataSource>>,
  account: AccountSource | null = null,
): ProviderAdapter {
  const sourceOf = ({ kind, provider }: Target): DataSource => {
    const source = sources[kind];
    if (source === undefined) throw new Error(`${provider} has no ${kind}s.`);
    return source;
  };
  return {
    cancel: (command) => sourceOf(command.target).cancel(command),
    read: async (target, terms) => sourceOf(target).read?.(target, terms) ?? unreadable(target),
    ...(account !== null && { account: (terms: CallTerms) => account.account(terms) }),
    close: async () => {
      const closing = [...Object.values(sources), ...(account === null ? [] : [account])];
      await Promise.all(closing.map((source) => source.close()));
    },
  };
}

function unreadable({ provider }: Target): ReadAnswer {
  return { kind: 'unsupported', upstream: noAnswerOf(provider) };
}
