import type { Misbehaviour } from '../provider/target.ts';
import * as wire from '../provider/wire-faults.ts';
import { cancelled, definite, lostThenRead, lostThenRepeated, query } from './expectation.ts';
import type { Inapplicable, Variant } from './variant.ts';

const readOnce: Inapplicable = { because: 'a query executes nothing: see the variant without' };

interface Facts {
  /** What a query is told, and how many reads it takes. */
  readonly query: readonly [code: string, reads: 1 | 2];
  readonly hangs?: boolean;
  readonly warm?: boolean;
  /** The code of a cancel that stays unknown, and the same at VTEX. */
  readonly code?: string;
  readonly readFault?: Misbehaviour;
}

/** Both connectionRows of an answer that does not say whether the cancel was executed: it was, and it was not. */
export function lost(row: number, name: string, fault: Misbehaviour, facts: Facts): Variant[] {
  const { hangs = false, warm = false, code, readFault } = facts;
  return [false, true].map((executes) => {
    const loss = { executes, hangs, ...(code !== undefined && { code }) };
    return {
      row,
      name: `${name}, ${executes ? 'executed' : 'not executed'}`,
      transport: 'plain',
      fault,
      ...(readFault && { readFault }),
      executes,
      warm,
      expectations: {
        Q: executes ? readOnce : query(...facts.query),
        P: lostThenRead(loss),
        O: lostThenRead(loss),
        V: lostThenRepeated(loss),
      },
    };
  });
}

const retried = { query: ['PROVIDER_UNREACHABLE', 2] } as const;
/** The deadline of a query covers both tries: one that hangs leaves no time for another. */
const hanging = { query: ['PROVIDER_UNREACHABLE', 1], hangs: true } as const;
const junk = { query: ['UNEXPECTED_PROVIDER_RESPONSE', 1] } as const;

/** Rows 7 to 12 and 22 to 25: bytes that are missing, late, too many or no HTTP. */
export const lostRows: readonly Variant[] = [
  ...lost(7, 'reset after the request', wire.reset, retried),
  ...lost(7, 'end after the request', wire.fin, retried),
  ...lost(8, 'stale connection reset', wire.reset, { ...retried, warm: true }),
  ...lost(8, 'stale connection ended', wire.fin, { ...retried, warm: true }),
  ...lost(9, 'no headers', wire.silence, hanging),
  ...lost(10, 'headers trickle', wire.headersTrickle, hanging),
  ...lost(10, 'hints for ever', wire.hintsForEver, hanging),
  ...lost(10, 'flood of continues', wire.continues, retried),
  ...lost(10, 'switch of protocols', wire.switches, retried),
  ...lost(11, 'body stalls', wire.bodyStalls, hanging),
  ...lost(11, 'body trickles', wire.bodyTrickles, hanging),
  ...lost(12, 'short of its length', wire.shortOfItsLength, retried),
  ...lost(12, 'chunks without end', wire.chunksWithoutEnd, retried),
  // A body that ends with its connection has no length to fall short of: it is junk, as in row 13.
  ...lost(12, 'ended with the connection', wire.cutShort, junk),
  ...lost(22, 'body of 300 KiB', wire.huge, junk),
  ...lost(22, 'chunks of 320 KiB', wire.hugeChunked, junk),
  ...lost(23, 'gzip bomb', wire.gzipBomb, junk),
  ...lost(23, 'gzip of a good answer', wire.gzipped, junk),
  // Without a readable head there is no answer to name: a query is told that the provider could not be reached.
  ...lost(24, 'headers of 70 KB', wire.headersTooLong, retried),
  ...lost(24, 'two lengths', wire.twoLengths, retried),
  ...lost(24, 'length and chunks', wire.lengthAndChunks, retried),
  ...lost(24, 'half a status line', wire.halfStatusLine, retried),
  ...lost(24, 'no HTTP', wire.noHttp, retried),
  {
    row: 25,
    name: 'bytes after the body',
    transport: 'plain',
    fault: wire.moreThanItsLength,
    readFault: wire.moreThanItsLength,
    executes: true,
    expectations: { Q: query(null, 1), P: definite(cancelled), O: definite(cancelled), V: definite(cancelled) },
  },
];
