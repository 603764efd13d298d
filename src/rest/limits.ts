/** How many calls may be held up at a time. The gateway's own must leave room for those of callers. */
export interface Limits {
  /** Also the number of connections, since each carries one call at a time. */
  readonly running: number;
  readonly inBackground: number;
  readonly waiting: number;
}

const ofPeer: Limits = { running: 64, inBackground: 8, waiting: 192 };

/** The limits of an API that has this share in what its peer may hold up. */
export function limitsOf(share: number): Limits {
  const part = (limit: number) => Math.max(1, Math.floor(limit * share));
  return { running: part(ofPeer.running), inBackground: part(ofPeer.inBackground), waiting: part(ofPeer.waiting) };
}
