import { pathname, type RecordedRequest } from './wire.ts';

export interface ForgedAnswer {
  status?: number;
  headers?: Record<string, string>;
  body?: string | object;
}

/** One disturbance: which request it meets, and what happens to that request instead of the usual. */
export interface Bend {
  method?: string;
  /** The path without its query. A string matches exactly, or as a prefix when it ends in `*`. */
  path?: string | RegExp;
  /** How many requests it meets; 1 unless told. */
  times?: number;
  /** `instead` (the default) leaves the request unexecuted, `after` executes it before the answer is spoilt. */
  effect?: 'instead' | 'after';
  /**
   * `reset` destroys the socket, `hang` holds the answer until `release()` (then the usual one comes),
   * `truncate` executes and breaks off in the middle of the body, `delayMs` executes and answers as usual, later.
   */
  answer: ForgedAnswer | 'reset' | 'hang' | 'truncate' | { delayMs: number };
}

export interface ActiveBend {
  bend: Bend;
  left: number;
  gate: Promise<'released' | 'abandoned'>;
  open: (how: 'released' | 'abandoned') => void;
}

export interface BendList {
  add(bend: Bend): { release(): void };
  /** The oldest bend that meets this request, its count taken down by one. */
  take(request: RecordedRequest): ActiveBend | undefined;
  /** Removes every bend; what hangs is answered as usual. */
  release(): void;
  /** Removes every bend; what hangs loses its socket. */
  abandon(): void;
}

export function createBendList(): BendList {
  const active = new Set<ActiveBend>();
  // A used-up bend leaves `active`, but requests may still hang on its gate.
  const gates = new Set<ActiveBend>();

  const openAll = (how: 'released' | 'abandoned') => {
    for (const one of gates) one.open(how);
    active.clear();
    gates.clear();
  };

  return {
    add(bend) {
      const { promise, open } = createGate();
      const one: ActiveBend = { bend, left: bend.times ?? 1, gate: promise, open };
      active.add(one);
      gates.add(one);
      return {
        release() {
          active.delete(one);
          gates.delete(one);
          one.open('released');
        },
      };
    },
    take(request) {
      for (const one of active) {
        if (!meets(one.bend, request)) continue;
        one.left -= 1;
        if (one.left <= 0) active.delete(one);
        return one;
      }
      return undefined;
    },
    release: () => openAll('released'),
    abandon: () => openAll('abandoned'),
  };
}

function createGate() {
  let open: ActiveBend['open'] = () => {};
  const promise: ActiveBend['gate'] = new Promise((resolve) => {
    open = resolve;
  });
  return { promise, open };
}

function meets(bend: Bend, request: RecordedRequest): boolean {
  if (bend.method !== undefined && bend.method.toUpperCase() !== request.method) return false;
  if (bend.path === undefined) return true;
  const path = pathname(request);
  // `search` ignores lastIndex, so a pattern with the g flag matches every time.
  if (bend.path instanceof RegExp) return path.search(bend.path) !== -1;
  return bend.path.endsWith('*') ? path.startsWith(bend.path.slice(0, -1)) : path === bend.path;
}
