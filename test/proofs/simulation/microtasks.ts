import { setFlagsFromString } from 'node:v8';

/**
 * Runs every promise reaction that is ready, and those that these make ready, before it returns. V8 does the same between
 * two events of a real process; without it each virtual event would cost a turn of the real event loop. It does nothing
 * when called from within a promise reaction, so a simulation is started from a macrotask: see `fromMacrotask`.
 */
export const flushMicrotasks: () => void = nativeCheckpoint();

function nativeCheckpoint(): () => void {
  setFlagsFromString('--allow-natives-syntax');
  return new Function('%PerformMicrotaskCheckpoint();') as () => void;
}

/** Runs `work` where `flushMicrotasks` works. */
export function fromMacrotask<T>(work: () => T): Promise<T> {
  return new Promise((resolve, reject) => {
    setImmediate(() => {
      try {
        resolve(work());
      } catch (error) {
        reject(error);
      }
    });
  });
}
