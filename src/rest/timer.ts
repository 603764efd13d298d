/** Time as this client sees it, in milliseconds; tests inject their own. */
export interface Timer {
  now(): number;
  /** Calls back once after `ms`; the returned function forgets it. */
  after(ms: number, callback: () => void): () => void;
}
