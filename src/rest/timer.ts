/** Time as this client sees it, in milliseconds; tests inject their own. */
export interface Timer {
  now(): number;
  /** Calls back once after `ms`; the returned function forgets it. A weak one does not keep the process alive. */
  after(ms: number, callback: () => void, hold?: 'weak'): () => void;
}
