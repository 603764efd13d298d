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
