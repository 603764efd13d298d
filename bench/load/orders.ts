import type { DialectName } from '../asks/dialects.ts';
import type { Work } from '../asks/work.ts';

/** A server, how it is asked, and the tokens to show in turn; none where it asks for none. */
export interface Endpoint {
  readonly url: string;
  readonly dialect: DialectName;
  readonly tokens: readonly string[];
}

/** As much as goes, sixteen requests or two lists on their way at any moment: for a while, or so many. */
export interface Flood {
  readonly kind: 'flood';
  readonly endpoint: Endpoint;
  readonly work: Work;
  readonly until: { readonly forMs: number } | { readonly requests: number };
  /** Whether the load never sleeps meanwhile, so that no server has to wake it; wherever CPU time is measured. */
  readonly awake: boolean;
}

/** Reads one after the other, the endpoints in turn, one every so often. */
export interface Pace {
  readonly kind: 'pace';
  readonly endpoints: readonly Endpoint[];
  readonly everyMs: number;
  readonly rounds: number;
}

/** So many reads of one payment at the same moment, and then of the next. */
export interface Bursts {
  readonly kind: 'bursts';
  readonly endpoint: Endpoint;
  readonly size: number;
  readonly bursts: number;
}

export type LoadOrder = Flood | Pace | Bursts;

export interface LoadReport {
  readonly requests: number;
  /** Answers that were not the expected one, and requests without an answer. */
  readonly errors: number;
  readonly firstError: string | null;
}

export interface PaceReport extends LoadReport {
  /** Of each endpoint in its order, in milliseconds, ascending. */
  readonly tookMs: readonly (readonly number[])[];
}
