import { type Course, lostThenRead, lostThenRepeated, query, released, unreachable } from './course.ts';
import type { Door, Variant, Way } from './variant.ts';

/** Rows 1 to 6: what goes wrong before a request has been read. */
export const ways: readonly Variant[] = [
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
    courses: {
      Q: query('PROVIDER_UNREACHABLE', 0, true),
      P: lostThenRead({ executes: false, seen: 0 }),
      O: lostThenRead({ executes: false, seen: 0 }),
      V: lostThenRepeated({ executes: false, seen: 0 }),
    },
  },
];

/** A call that never leaves this machine, made so often. */
function never(row: number, name: string, way: Way, door: Door, tries: 1 | 2): Variant {
  const cancel: Course = released(unreachable, { sends: 0, tries });
  const Q = query('PROVIDER_UNREACHABLE', 0, tries === 2);
  return { ...blank(row, name, way, door), courses: { Q, P: cancel, O: cancel, V: cancel } };
}

function blank(row: number, name: string, way: Way, door: Door) {
  return { row, name, way, door, executes: false };
}
