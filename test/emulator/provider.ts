import { type EmulatorOptions, startEmulator } from '../../src/emulator/index.ts';

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  // Bodies are read the way an ordinary client reads them; each test says which member it expects.
  json: Record<string, unknown>;
  code: string | null;
}

/** A fetch-driven client for one emulator: what a correct cancel and a correct read look like on the wire. */
export async function startProvider(options: EmulatorOptions = {}) {
  const emulator = await startEmulator(options);
  const { MERCADO_PAGO: mercadoPago, VTEX: vtex } = emulator.providers;
  const bearer = { authorization: `Bearer ${mercadoPago.credentials.accessToken}` };
  const ordersBearer = { authorization: `Bearer ${mercadoPago.credentials.ordersAccessToken}` };
  const app = {
    'x-vtex-api-appkey': vtex.credentials.appKey,
    'x-vtex-api-apptoken': vtex.credentials.appToken,
  };
  const jsonType = { 'content-type': 'application/json' };

  const call = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const response = await fetch(`${emulator.url}${path}`, init);
    const text = await response.text();
    const json = parse(text);
    return { status: response.status, headers: response.headers, text, json, code: codeOf(json) };
  };

  return {
    emulator,
    mercadoPago,
    vtex,
    call,
    bearer,
    ordersBearer,
    readPayment: (id: string) => call(`/v1/payments/${id}`, { headers: bearer }),
    putPayment: (id: string, body: unknown = { status: 'cancelled' }, headers: Record<string, string> = {}) =>
      call(`/v1/payments/${id}`, {
        method: 'PUT',
        headers: { ...bearer, ...jsonType, ...headers },
        body: JSON.stringify(body),
      }),
    readOrder: (id: string) => call(`/v1/orders/${id}`, { headers: ordersBearer }),
    cancelOrder: (id: string, headers: Record<string, string> = {}) =>
      call(`/v1/orders/${id}/cancel`, {
        method: 'POST',
        headers: { ...ordersBearer, 'x-idempotency-key': `key-${crypto.randomUUID()}`, ...headers },
      }),
    cancelVtex: (id: string, body: object = {}, headers: Record<string, string> = app) =>
      call(`/vtex/payments/${id}/cancellations`, {
        method: 'POST',
        headers: { ...jsonType, ...headers },
        body: JSON.stringify({ paymentId: id, requestId: crypto.randomUUID(), ...body }),
      }),
  };
}

export type Provider = Awaited<ReturnType<typeof startProvider>>;

interface Target {
  provider: string;
  target: string;
  id: string;
}

export function cancel(provider: Provider, row: Target): Promise<Answer> {
  if (row.provider === 'VTEX') return provider.cancelVtex(row.id);
  if (row.target === 'payment') return provider.putPayment(row.id);
  return provider.cancelOrder(row.id, { 'x-allow-cancelable-status': 'at_terminal' });
}

function parse(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function codeOf(json: Record<string, unknown>): string | null {
  const { errors, cause, code, error } = json as {
    errors?: { code: unknown }[];
    cause?: { code: unknown }[];
    code?: unknown;
    error?: unknown;
  };
  const found = errors?.[0]?.code ?? cause?.[0]?.code ?? code ?? error;
  return found === undefined || found === null ? null : String(found);
}
