import type { CancelAnswer } from '../../src/cancellation/provider.ts';
import type { CancelReason } from '../../src/cancellation/target/cancel-reason.ts';
import type { Target, TargetKind } from '../../src/cancellation/target/target.ts';
import type { ProviderDefinition } from '../../src/providers/definition.ts';
import type { ErrorRow } from '../../src/providers/error-row.ts';
import type { SentRequest } from '../doubles/provider/server.ts';

/** What one provider brings to the contract of all adapters: its words on the wire for one kind of target. */
export interface AdapterFixtures {
  readonly name: string;
  readonly definition: ProviderDefinition;
  /** Its settings, for a provider at this address. */
  settings(baseUrl: string): Readonly<Record<string, string | boolean>>;
  /** The values among them that nothing may repeat. */
  readonly secrets: readonly string[];
  readonly target: Target;
  readonly requests: {
    readonly cancel: readonly CancelRequestFixture[];
    /** Null where the provider cannot be read. */
    readonly read: Partial<SentRequest> | null;
  };
  /** The body of a 2xx that proves the cancel. */
  readonly cancelled: object;
  /** The same body when it names another request, or names none. */
  readonly foreign: readonly object[];
  readonly unnamed: readonly object[];
  /** Answers that name another request and count all the same, since they tell of the provider. */
  readonly ofProvider: readonly AnswerFixture[];
  /** The error tables, every row of them told in every envelope that the provider uses. */
  readonly tables: readonly (readonly ErrorRow<TargetKind>[])[];
  readonly errors: readonly ErrorFixture[];
  /** A well-formed error that no row names. */
  readonly unlisted: object;
  /** What is particular to this provider: status and body of an answer, and the answer of the port. */
  readonly cancels: readonly AnswerFixture[];
  readonly reads: readonly AnswerFixture[];
  /** Kinds of answers that this provider has no way to give. */
  readonly never: readonly CancelAnswer['kind'][];
}

/** What is sent to cancel, with this key, reason and authorization; members that are left out do not matter. */
interface CancelRequestFixture {
  readonly given: { readonly reason?: CancelReason; readonly authorizationId?: string; readonly spelling?: string };
  readonly sent: Partial<SentRequest>;
  /** Headers that must not be there. */
  readonly without?: readonly string[];
}

export interface ErrorFixture {
  readonly status: number;
  /** As in the table: null for every other code. */
  readonly code: string | null;
  readonly means: string;
  readonly told: 'refused' | 'too-soon' | 'not-implemented' | 'failed' | 'perhaps-by-state';
  readonly bodies: readonly object[];
}

type AnswerFixture = readonly [
  status: number,
  body: object | string,
  answer: Readonly<Record<string, unknown>> & { readonly kind: string },
];
