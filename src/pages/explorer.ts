import { getDistDirectory, renderAltair } from 'altair-static';
import type { Site } from '../http/sites.ts';
import { explorerScript } from './explorer-script.ts';
import { filesOf } from './folder.ts';
import { readOperations } from './operations.ts';

const place = '/explorer/';

/** Altair writes styles as it goes and draws pictures from `data:` addresses; scripts are its own files and nothing else. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Altair at `/explorer/`, all of it from here, so that it works offline, with the operations of this API as a collection. */
export function explorer(): Site {
  const files = filesOf(getDistDirectory(), place) ?? new Map();
  files.set(place, {
    contentType: 'text/html; charset=utf-8',
    read: async () => renderAltair({ baseURL: place, serveInitialOptionsInSeperateRequest: 'start.js' }),
  });
  files.set(`${place}start.js`, {
    contentType: 'text/javascript; charset=utf-8',
    read: async () => explorerScript(readOperations()),
  });
  return { files, policyOf: () => policy };
}
