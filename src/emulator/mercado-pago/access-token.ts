import type { RecordedRequest } from '../wire.ts';

type Api = 'payments' | 'orders';

/** A token, the account that it was given for, and the APIs that take it: a test token is for one, a merchant's own for both. */
export interface Grant {
  readonly token: string;
  readonly account: string;
  readonly apis: readonly Api[];
}

export type TokenCheck = 'missing' | 'wrong' | 'right' | 'for the other API';

/** Whose tokens are taken now. */
export interface Grants {
  /** The account that a request is made for; undefined where its token is none of those. */
  accountOf(request: RecordedRequest): string | undefined;
  check(request: RecordedRequest, api: Api): TokenCheck;
}

export function createGrants(initial: readonly Grant[]) {
  const granted = new Map<string, Grant>();
  const grant = (given: Grant) => void granted.set(given.token, given);
  const grantOf = (request: RecordedRequest) => granted.get(tokenOf(request) ?? '');
  function reset(): void {
    granted.clear();
    for (const one of initial) grant(one);
  }
  reset();

  return {
    accountOf: (request: RecordedRequest) => grantOf(request)?.account,
    check(request: RecordedRequest, api: Api): TokenCheck {
      if (tokenOf(request) === null) return 'missing';
      const found = grantOf(request);
      if (found === undefined) return 'wrong';
      return found.apis.includes(api) ? 'right' : 'for the other API';
    },
    grant,
    revoke: (token: string) => void granted.delete(token),
    reset,
  };
}

/** Null where none was sent; empty where what was sent is no bearer token. */
function tokenOf({ headers }: RecordedRequest): string | null {
  const authorization = headers['authorization']?.trim();
  if (!authorization || /^bearer$/i.test(authorization)) return null;
  return /^bearer\s+(\S+)$/i.exec(authorization)?.[1] ?? '';
}
