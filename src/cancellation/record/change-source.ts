/**
 * Tells of records that other processes may have changed, as soon as it can. What it loses nobody is told by it: whoever needs
 * to know asks the store as well, now and then.
 */
export interface ChangeSource {
  /** Begins to tell: of one record by its id, of any of them where some may have been missed. */
  start(told: { changed(id: string): void; missed(): void }): void;
  close(): Promise<void>;
}
