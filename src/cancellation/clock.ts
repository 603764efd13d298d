/** Time as the engine sees it; tests inject their own. Milliseconds since 1970. */
export interface Clock {
  now(): number;
  /** Calls back once after `ms`; the returned function forgets it. */
  after(ms: number, callback: () => void): () => void;
}

export const systemClock: Clock = {
  now: Date.now,
  after(ms, callback, hold?: 'weak') {
    const timer = setTimeout(callback, ms);
    if (hold === 'weak') timer.unref();
    return () => clearTimeout(timer);
  },
};

export function pause(clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => clock.after(ms, resolve));
}

/** The promise's value, or null when `ms` pass first. The promise itself goes on. */
export function within<T>(clock: Clock, ms: number, promise: Promise<T>): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const forget = clock.after(ms, () => resolve(null));
    promise.then(resolve, reject).finally(forget);
  });
}
