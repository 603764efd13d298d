import { isMainThread } from 'node:worker_threads';

/** What the operating system says of a process, all its threads together. */
export interface Sample {
  /** User and system time since the start, in microseconds. */
  readonly cpuMicros: number;
  /** Memory that is really there, in bytes. */
  readonly rssBytes: number;
}

/** Loaded before a server under test, with `node --import`: answers every message with a sample. */
if (isMainThread) {
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.({ cpuMicros: user + system, rssBytes: process.memoryUsage.rss() } satisfies Sample);
  });
  // The bench that started this process is gone.
  process.on('disconnect', () => process.exit(1));
  // A server that was told to stop ends although somebody might still ask.
  process.channel?.unref();
}
