import { configured, run } from './lifecycle.ts';

const config = configured(process.env);
if (config !== null) await run(config);
