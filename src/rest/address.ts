/** Where an API lives: one origin and the path under which its resources are. */
export interface Address {
  readonly origin: string;
  /** Without a trailing slash; empty when the API starts at the root. */
  readonly basePath: string;
}

export function addressOf(baseUrl: string): Address {
  const url = new URL(baseUrl);
  return { origin: url.origin, basePath: url.pathname.replace(/\/+$/, '') };
}

/**
 * The path of a resource, every segment encoded. Encoding alone is not enough, since `..` survives it: the URL that a
 * parser makes of the path must be the same path under the same origin, or this throws. Ids are validated long before,
 * so a throw is a bug.
 */
export function pathUnder(address: Address, segments: readonly string[]): string {
  const path = [address.basePath, ...segments.map(encodeURIComponent)].join('/');
  const url = new URL(path, address.origin);
  const stays = url.origin === address.origin && url.pathname === path && path.startsWith(`${address.basePath}/`);
  if (!stays || segments.includes('')) throw new Error('A request path left its base address.');
  return path;
}
