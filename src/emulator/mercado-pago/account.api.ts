import { json, type RecordedRequest, type WireAnswer } from '../wire.ts';
import type { Grants } from './access-token.ts';
import { unauthorized } from './edge.answers.ts';

export const accountPath = '/users/me';

/** `GET /users/me`: whose the token is. https://developers.mercadolivre.com.br/en_us/queries-about-the-user, 2026-11-21 */
export function answerAccount(grants: Grants, request: RecordedRequest): WireAnswer {
  const account = grants.accountOf(request);
  if (account === undefined) return unauthorized('invalid access token').answer();
  return json(200, {
    id: Number(account),
    nickname: `EMULATED${account}`,
    registration_date: '2024-01-06T11:31:42.000-04:00',
    country_id: 'BR',
    user_type: 'normal',
    tags: ['normal', 'test_user'],
    site_id: 'MLB',
    status: { site_status: 'active' },
  });
}
