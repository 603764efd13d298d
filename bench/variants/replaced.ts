import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { gatewayInFiles } from './gateway.ts';
import { type Place, type Start, server } from './variant.ts';

/** The gateway in single files, but for one of them. */
export function gatewayWith(module: string, replacement: string, env: Readonly<Record<string, string>> = {}) {
  return (place: Place): Start => {
    if (!existsSync(`dist/${module}`)) throw new Error(`The build has no ${module} that could be replaced.`);
    const start = gatewayInFiles.start(place);
    return {
      args: ['--import', pathToFileURL('bench/dist/machine/replace.js').href, ...start.args],
      env: {
        ...start.env,
        ...env,
        REPLACES: pathToFileURL(`dist/${module}`).href,
        REPLACEMENT: pathToFileURL(server(replacement)).href,
      },
    };
  };
}
