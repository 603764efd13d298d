// Loaded before the gateway: SIGUSR2 ends the thread that holds its file, between two calls. Ended from outside, in the
// middle of the driver, it could take the process with it.
import { syncBuiltinESMExports } from 'node:module';
import workerThreads from 'node:worker_threads';

const { Worker } = workerThreads;

const mortal = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', ({ method }) => { if (method === 'die') process.exit(1); });`;

workerThreads.Worker = class MortalWorker extends Worker {
  constructor(entry, options) {
    super(`${mortal} import(${JSON.stringify(entry.href)});`, { ...options, eval: true });
    process.once('SIGUSR2', () => this.postMessage({ method: 'die' }));
  }
};
syncBuiltinESMExports();
