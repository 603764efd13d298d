import type { Column, Misbehaviour } from '../provider/target.ts';
import type { Expectations } from './expectation.ts';

/** How the gateway gets to the provider, and so what can go wrong before a request is there. */
export type Transport = 'plain' | 'resolver' | 'tls';

/** What a new connection meets instead of the provider. */
export type ConnectionFault =
  | 'refused'
  | 'unknown-host'
  | 'resolver-busy'
  | 'blackhole'
  | 'reset-on-connect'
  | 'self-signed'
  | 'wrong-host'
  | 'expired'
  | 'plain-text'
  | 'handshake-hangs'
  | 'handshake-reset'
  | 'unread';

/** One way of a row of the fault matrix to happen, and what is to become of it in every column. */
export interface Variant {
  /** The number of the row in the fault matrix. */
  readonly row: number;
  readonly name: string;
  readonly transport: Transport;
  /** What a call does wrong; absent where only the way to the provider is at fault. */
  readonly fault?: Misbehaviour;
  /** What a read does wrong, where that is not the same. */
  readonly readFault?: Misbehaviour;
  readonly connectionFault?: ConnectionFault;
  /** Whether the provider executes a cancel before it goes wrong. */
  readonly executes: boolean;
  /** The target's status before the cancel, where it is not open; null when there is no such target. */
  readonly status?: string | null;
  /** A read that is made of a healthy provider first, so that the connection is an old one. */
  readonly warm?: boolean;
  /** Reads after the cancel show the target as it was, so often. */
  readonly staleReads?: number;
  /** Executed only after the caller was answered. */
  readonly lands?: boolean;
  /** Milliseconds that pass once the provider is well, before anybody asks again. */
  readonly waitsMs?: number;
  readonly expectations: Readonly<Record<Column, Expectations | Inapplicable>>;
}

/** Why a row has no cell in a column or mode. */
export interface Inapplicable {
  readonly because: string;
}

export function isInapplicable<T extends object>(what: T | Inapplicable): what is Inapplicable {
  return 'because' in what;
}
