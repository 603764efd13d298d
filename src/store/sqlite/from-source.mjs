// The entry of the thread when it runs from the sources: a thread does not inherit the loader of whoever starts it.
import { register } from 'tsx/esm/api';

register();
await import('./sqlite.worker.ts');
