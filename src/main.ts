import { configured, run } from './lifecycle.ts';

// Whoever starts this one on a server and forgets NODE_ENV means production; a developer starts the playground.
const config = configured(process.env, process.execArgv, 'production');
if (config !== null) await run(config);
