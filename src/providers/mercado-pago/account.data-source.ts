import type { CallTerms } from '../../cancellation/provider.ts';
import type { AccountSource } from '../data-source.ts';
import { at, text } from '../fields.ts';
import { ProviderClient } from '../provider-client.ts';
import type { Secret } from '../secret.ts';
import type { Account } from './api-client.ts';
import { errorIn } from './wire.ts';

const path = ['users', 'me'];

/** Ids are 64-bit integers: https://developers.mercadolivre.com.br/en_us/queries-about-the-user, 2026-11-21. */
const accountId = /^[1-9]\d{0,18}$/;

/**
 * Whose the merchant's access tokens are: `GET /users/me` answers with the id that payments bear as `collector_id`. Tokens of
 * two accounts, which only tests have, are an account of their own.
 */
export function accountOf(merchant: Account): AccountSource {
  const { payments, orders } = merchant.accessTokens;
  const secrets = payments.reveal() === orders.reveal() ? [payments] : [payments, orders];
  const clients = secrets.map((secret) => clientWith(merchant, secret));
  return {
    async account(terms) {
      const ids = await Promise.all(clients.map((client) => idFrom(client, terms)));
      return ids.includes(null) ? null : [...new Set(ids)].join('+');
    },
    close: async () => {
      await Promise.all(clients.map((client) => client.close()));
    },
  };
}

function clientWith({ accessTokens, ...merchant }: Account, secret: Secret): ProviderClient {
  return new ProviderClient({
    ...merchant,
    api: 'account',
    // One call at a time, beside those for which the other clients share the rest.
    share: 1 / 64,
    credentials: { authorization: { scheme: 'Bearer ', secret } },
    otherSecrets: Object.values(accessTokens),
    probe: { path },
    errorIn,
  });
}

async function idFrom(client: ProviderClient, terms: CallTerms): Promise<string | null> {
  const answer = await client.send({ method: 'GET', path, headers: {}, echoOf: () => 'ours', ...terms });
  const id = answer.kind === 'answer' && answer.ok ? text(at(answer.body, 'id')) : null;
  return id !== null && accountId.test(id) ? id : null;
}
