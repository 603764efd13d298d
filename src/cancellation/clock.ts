/** Time as the domain and the REST client see it, in milliseconds since 1970; tests inject their own. */
export interface Clock {
  now(): number;
  /** Calls back once after `ms`; the returned function cancels it. A weak one does not keep the process alive. */
  after(ms: number, callback: () => void, hold?: 'weak'): () => void;
}

export const systemClock: Clock = {
  now: Date.now,
  after(ms, callback, hold) {
    const timer = setTimeout(callback, ms);
    if (hold === 'weak') timer.unref();
    return () => clearTimeout(timer);
  },
};

export function pause(clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => clock.after(ms, resolve));
}

/** The promise's value, or null when `ms` pass first. The promise itself goes on. */
export function withTimeout<T>(clock: Clock, ms: number, promise: Promise<T>): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const cancelTimeout = clock.after(ms, () => resolve(null));
    promise.then(resolve, reject).finally(cancelTimeout);
  });
}
