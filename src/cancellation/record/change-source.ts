/**
 * Tells of records that other processes may have changed, as soon as it can. What it loses nobody is told by it: whoever needs
 * to know asks the store as well, now and then.
 */
export interface ChangeSource {
  /** Begins to tell. */
  start(told: ChangesTold): void;
  close(): Promise<void>;
}

/** Who listens to a `ChangeSource`. */
export interface ChangesTold {
  changed(id: string): void;
  /** Of any record, a change may have been missed. */
  missed(): void;
  /** Nothing is heard until `missed` is told. Told once, however often it is tried anew meanwhile. */
  broken(error: unknown): void;
}
