import { type Expectations, lostThenRead, lostThenRepeated, query, released, unreachable } from './expectation.ts';
import type { ConnectionFault, Transport, Variant } from './variant.ts';

/** Rows 1 to 6: what goes wrong before a request has been read. */
export const connectionRows: readonly Variant[] = [
  never(1, 'connection refused', 'resolver', 'refused', 2),
  never(2, 'host unknown', 'resolver', 'unknown-host', 1),
  never(2, 'resolver busy', 'resolver', 'resolver-busy', 2),
  never(3, 'connecting hangs', 'resolver', 'blackhole', 2),
  never(4, 'self-signed certificate', 'tls', 'self-signed', 1),
  never(4, 'certificate of another host', 'tls', 'wrong-host', 1),
  never(4, 'certificate expired', 'tls', 'expired', 1),
  never(4, 'plain text instead of TLS', 'tls', 'plain-text', 1),
  never(4, 'handshake hangs', 'tls', 'handshake-hangs', 1),
  never(4, 'handshake reset', 'tls', 'handshake-reset', 1),
  never(5, 'reset while connecting', 'resolver', 'reset-on-connect', 2),
  {
    ...blank(6, 'reset before it was read', 'plain', 'unread'),
    expectations: {
      Q: query('PROVIDER_UNREACHABLE', 0, true),
      P: lostThenRead({ executes: false, seen: 0 }),
      O: lostThenRead({ executes: false, seen: 0 }),
      V: lostThenRepeated({ executes: false, seen: 0 }),
    },
  },
];

/** A call that never leaves this machine, made so often. */
function never(
  row: number,
  name: string,
  transport: Transport,
  connectionFault: ConnectionFault,
  tries: 1 | 2,
): Variant {
  const cancel: Expectations = released(unreachable, { sends: 0, tries });
  const Q = query('PROVIDER_UNREACHABLE', 0, tries === 2);
  return { ...blank(row, name, transport, connectionFault), expectations: { Q, P: cancel, O: cancel, V: cancel } };
}

function blank(row: number, name: string, transport: Transport, connectionFault: ConnectionFault) {
  return { row, name, transport, connectionFault, executes: false };
}
