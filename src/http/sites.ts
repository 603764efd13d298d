import type { FastifyInstance } from 'fastify';

/** A file that a browser may get. */
export interface StaticFile {
  readonly contentType: string;
  read(): Promise<Buffer | string>;
}

/** A page and what belongs to it: nothing else can be asked for, whatever the address says. */
export interface Site {
  /** By address, e.g. `/` and `/assets/index.js`. */
  readonly files: ReadonlyMap<string, StaticFile>;
  /** The Content-Security-Policy of each. */
  policyOf(address: string): string;
}

export function addSites(app: FastifyInstance, sites: readonly Site[]): void {
  for (const { files, policyOf } of sites) {
    for (const folder of [...files.keys()].filter(isFolder)) {
      app.get(folder.slice(0, -1), async (_request, reply) => reply.redirect(folder));
    }
    for (const [address, { contentType, read }] of files) {
      app.get(address, async (_request, reply) =>
        reply
          .headers({ 'content-type': contentType, 'content-security-policy': policyOf(address) })
          .header('referrer-policy', 'no-referrer')
          .send(await read()),
      );
    }
  }
}

/** People type its address without the slash, and what its page names beside itself would then be looked for elsewhere. */
function isFolder(address: string): boolean {
  return address.endsWith('/') && address !== '/';
}
