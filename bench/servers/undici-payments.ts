import { Pool } from 'undici';
import type { Answer, PaymentsApi } from './contract-resolvers.ts';

const authorization = 'Bearer TEST-bench';
const cancelBody = JSON.stringify({ status: 'cancelled' });

/** The provider through a pool of undici, and `JSON.parse`. */
export function undiciPayments(providerUrl: string): PaymentsApi {
  const provider = new Pool(providerUrl, { connections: 64, pipelining: 1 });
  const send = async (request: Parameters<Pool['request']>[0]): Promise<Answer> => {
    const { statusCode, body } = await provider.request(request);
    return { status: statusCode, body: JSON.parse(await body.text()) };
  };
  return {
    read: (id) => send({ method: 'GET', path: `/v1/payments/${id}`, headers: { authorization } }),
    cancel: (id, key) =>
      send({
        method: 'PUT',
        path: `/v1/payments/${id}`,
        headers: { authorization, 'content-type': 'application/json', 'x-idempotency-key': key },
        body: cancelBody,
      }),
  };
}
