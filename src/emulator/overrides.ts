import { pathname, type RecordedRequest } from './wire.ts';

export interface CannedAnswer {
  status?: number;
  headers?: Record<string, string>;
  body?: string | object;
}

/** Which request is answered in another way than usual, and how. */
export interface Override {
  method?: string;
  /** The path without its query. A string matches exactly, or as a prefix when it ends in `*`. */
  path?: string | RegExp;
  /** How many requests it applies to; 1 unless told. */
  times?: number;
  /** `instead` (the default) leaves the request unexecuted, `after` executes it before another answer is sent. */
  effect?: 'instead' | 'after';
  /**
   * `reset` destroys the socket, `hang` holds the answer until `release()` (then the usual one comes),
   * `truncate` executes and breaks off in the middle of the body, `delayMs` executes and answers as usual, later.
   */
  answer: CannedAnswer | 'reset' | 'hang' | 'truncate' | { delayMs: number };
}

export interface ActiveOverride {
  override: Override;
  left: number;
  gate: Promise<'released' | 'abandoned'>;
  open: (how: 'released' | 'abandoned') => void;
}

export interface OverrideList {
  add(override: Override): { release(): void };
  /** The oldest override that matches this request, of any or of those that name its path, its count taken down by one. */
  take(request: RecordedRequest, which: 'any' | 'of its path'): ActiveOverride | undefined;
  /** Removes every override; what hangs is answered as usual. */
  release(): void;
  /** Removes every override; what hangs loses its socket. */
  abandon(): void;
}

export function createOverrideList(): OverrideList {
  const active = new Set<ActiveOverride>();
  // A used-up override leaves `active`, but requests may still hang on its gate.
  const gates = new Set<ActiveOverride>();

  const openAll = (how: 'released' | 'abandoned') => {
    for (const one of gates) one.open(how);
    active.clear();
    gates.clear();
  };

  return {
    add(override) {
      const { promise, open } = createGate();
      const one: ActiveOverride = { override, left: override.times ?? 1, gate: promise, open };
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
    take(request, which) {
      for (const one of active) {
        const mayTake = which === 'any' || typeof one.override.path === 'string';
        if (!mayTake || !matches(one.override, request)) continue;
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
  let open: ActiveOverride['open'] = () => {};
  const promise: ActiveOverride['gate'] = new Promise((resolve) => {
    open = resolve;
  });
  return { promise, open };
}

function matches(override: Override, request: RecordedRequest): boolean {
  if (override.method !== undefined && override.method.toUpperCase() !== request.method) return false;
  if (override.path === undefined) return true;
  const path = pathname(request);
  // `search` ignores lastIndex, so a pattern with the g flag matches every time.
  if (override.path instanceof RegExp) return path.search(override.path) !== -1;
  return override.path.endsWith('*') ? path.startsWith(override.path.slice(0, -1)) : path === override.path;
}
