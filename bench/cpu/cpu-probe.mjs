import { isMainThread } from 'node:worker_threads';

/**
 * Loaded before a server under test, with `node --import`: answers every message with the CPU time that the process has
 * used so far, all its threads together, in microseconds.
 */
if (isMainThread) {
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send(user + system);
  });
  // The bench that started this process is gone.
  process.on('disconnect', () => process.exit(1));
  // A server that was told to stop ends although somebody might still ask.
  process.channel.unref();
}
