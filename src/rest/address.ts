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
 * The path of a resource, every segment encoded. Encoding alone is not enough, since `..` survives it, and any URL parser on
 * the way takes that for the way up: such a segment throws. Ids are validated long before, so a throw is a bug.
 */
export function pathUnder({ basePath }: Address, segments: readonly string[]): string {
  let path = basePath;
  for (const segment of segments) {
    if (segment === '' || segment === '.' || segment === '..') throw new Error('A request path left its base address.');
    path += `/${encodeURIComponent(segment)}`;
  }
  return path;
}
