import type { RecordedRequest } from '../wire.ts';

/** Test tokens: each is for one of the two APIs, and the other refuses it in a way of its own. */
export interface AccessTokens {
  readonly payments: string;
  readonly orders: string;
}

export type TokenCheck = 'missing' | 'wrong' | 'right' | 'for the other API';

export function checkToken(request: RecordedRequest, tokens: AccessTokens, api: keyof AccessTokens): TokenCheck {
  const authorization = request.headers['authorization']?.trim();
  if (!authorization || /^bearer$/i.test(authorization)) return 'missing';
  const given = /^bearer\s+(\S+)$/i.exec(authorization)?.[1];
  if (given === tokens[api]) return 'right';
  return given === tokens.payments || given === tokens.orders ? 'for the other API' : 'wrong';
}
