import type { Site } from '../http/sites.ts';
import { filesOf } from './folder.ts';

/** Everything comes from here and nothing else runs. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** Where `npm start` has built the page. */
const built = 'examples/web/dist';

/** The page of `examples/web`, beside what it is told of the emulator. Null where it was not built. */
export function webPage(emulator: object, folder = built): Site | null {
  const files = filesOf(folder, '/');
  files?.set('/emulator.json', {
    contentType: 'application/json; charset=utf-8',
    read: async () => JSON.stringify(emulator),
  });
  return files && { files, policyOf: () => policy };
}
