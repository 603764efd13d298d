import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Pool } from 'undici';

/**
 * What everybody is compared with: the least that can stand between an app and the provider. It parses the provider's
 * JSON, picks 13 fields and prints JSON. It checks nothing, knows no deadline and remembers nothing.
 */
const provider = new Pool(process.env['PROVIDER_URL'] ?? '', { connections: 64, pipelining: 1 });
const authorization = 'Bearer TEST-bench';
const cancelBody = JSON.stringify({ status: 'cancelled' });

const server = createServer((request, response) => {
  void answer(request, response).catch(() => response.destroy());
});
server.listen(Number(process.env['PORT']), '127.0.0.1');

/** `GET /payments/{id}` reads, `PUT /payments/{id}` cancels under the key in its header. */
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = `/v1${request.url}`;
  const key = request.headers['idempotency-key'];
  request.resume();
  const { statusCode, body } =
    request.method === 'PUT'
      ? await provider.request({ method: 'PUT', path, headers: headersOfCancel(key), body: cancelBody })
      : await provider.request({ method: 'GET', path, headers: { authorization } });
  const wire = JSON.parse(await body.text());
  const text = JSON.stringify(statusCode === 200 ? picked(wire) : refusal(wire));
  response.writeHead(statusCode, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

function headersOfCancel(key: string | string[] | undefined) {
  return { authorization, 'content-type': 'application/json', 'x-idempotency-key': String(key) };
}

function refusal({ message, cause }: { message: string; cause: { code: number }[] }) {
  return { code: cause[0]?.code, message };
}

function picked(body: Record<string, unknown>) {
  return {
    id: body['id'],
    status: body['status'],
    statusDetail: body['status_detail'],
    amount: { amount: body['transaction_amount'], currency: body['currency_id'] },
    captured: body['captured'],
    liveMode: body['live_mode'],
    description: body['description'],
    paymentMethodId: body['payment_method_id'],
    paymentTypeId: body['payment_type_id'],
    installments: body['installments'],
    externalReference: body['external_reference'],
    createdAt: body['date_created'],
    updatedAt: body['date_last_updated'],
  };
}
