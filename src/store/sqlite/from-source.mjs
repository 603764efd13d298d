// The entry of the thread when it runs from the sources: a thread has to load TypeScript by itself.
import { register } from 'tsx/esm/api';

register();
await import('./sqlite.worker.ts');
