import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK } from 'jose';
import Provider from 'oidc-provider';
import { newKey } from '../doubles/tokens.ts';

/** A certified OpenID provider on this machine, whose clients get access tokens by their credentials. */
export interface IdentityProvider {
  readonly issuer: string;
  /** A token for the API of that audience, as the provider gives it to a client that asks for these scopes. */
  token(scope: string, audience: string): Promise<string>;
  /** Signs with a new key from now on, and publishes no other. */
  rotateKeys(): Promise<void>;
  stop(): Promise<void>;
}

/** Tokens for `opaqueAudience` are references, and no JWTs. */
export const opaqueAudience = 'https://opaque.example';

export async function startIdentityProvider(): Promise<IdentityProvider> {
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let answer = (await providerWithNewKey(issuer)).callback();

  return {
    issuer,
    async token(scope, audience) {
      const response = await fetch(`${issuer}/token`, {
        method: 'POST',
        headers: {
          authorization: `Basic ${Buffer.from(`${client.client_id}:${client.client_secret}`).toString('base64')}`,
        },
        body: new URLSearchParams({ grant_type: 'client_credentials', scope, resource: audience }),
      });
      const answer = (await response.json()) as { access_token?: string };
      if (answer.access_token === undefined) throw new Error(`No token was given: ${JSON.stringify(answer)}`);
      return answer.access_token;
    },
    async rotateKeys() {
      answer = (await providerWithNewKey(issuer)).callback();
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const client = {
  client_id: 'back-office',
  client_secret: 'secret-of-this-test',
  grant_types: ['client_credentials'],
  redirect_uris: [],
  response_types: [],
  id_token_signed_response_alg: 'ES256',
};

async function providerWithNewKey(issuer: string): Promise<Provider> {
  const { privateKey, kid } = newKey();
  const resourceServer = (audience: string) => ({
    audience,
    scope: 'payments:read payments:cancel',
    accessTokenTTL: 3_600,
    ...(audience === opaqueAudience
      ? { accessTokenFormat: 'opaque' }
      : { accessTokenFormat: 'jwt', jwt: { sign: { alg: 'ES256' } } }),
  });
  return new Provider(issuer, {
    clients: [client],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), kid, alg: 'ES256', use: 'sig' }] },
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (_context: unknown, audience: string) => resourceServer(audience),
      },
    },
  });
}
