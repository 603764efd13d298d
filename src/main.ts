import { closeOnSignal, configured } from './lifecycle.ts';
import { startServer } from './server.ts';

const config = configured(process.env);
if (config !== null) closeOnSignal(await startServer(config));
