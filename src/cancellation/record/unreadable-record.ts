const name = 'UnreadableRecord';

/** Which record cannot be read, what is wrong with it and what to do about it. */
export interface Unreadable {
  readonly id: string;
  readonly reason: string;
}

/**
 * A record is there and cannot be read: a newer gateway wrote it, or it is damaged. What it knows of its target is not
 * known here, so nothing may be concluded from it, and nothing may be sent.
 */
export class UnreadableRecord extends Error {
  override readonly name = name;
  readonly code = 'UNREADABLE_RECORD';
  readonly recordId: string;
  readonly reason: string;

  constructor({ id, reason }: Unreadable) {
    super(`The record ${id} cannot be read: ${reason}`);
    this.recordId = id;
    this.reason = reason;
  }
}

/** By its name, since an error that came from another thread is no instance of the class. */
export function isUnreadableRecord(error: unknown): boolean {
  return error instanceof Error && error.name === name;
}
