const name = 'MaybeWritten';

/** The store failed during a commit: what was to be written may stand, or not. Any other failure means that it does not. */
export class MaybeWritten extends Error {
  override readonly name = name;
  /** The code of what failed, for the log. */
  readonly code: unknown;

  constructor(cause: unknown) {
    super('The record store failed during a commit.', { cause });
    this.code = cause instanceof Error && 'code' in cause ? cause.code : null;
  }
}

/** By its name, since an error that came from another thread is no instance of the class. */
export function isMaybeWritten(error: unknown): boolean {
  return error instanceof Error && error.name === name;
}
