import type { CancelAnswer, ProviderAdapter, ReadAnswer } from '../../src/cancellation/provider.ts';
import { upstreamKeyOf } from '../../src/cancellation/record/upstream-key.ts';
import type { Target } from '../../src/cancellation/target/target.ts';
import { mercadoPago } from '../../src/providers/mercado-pago/index.ts';
import { type Answer, create, type ProviderServer, startProvider, terms } from './provider-server.ts';

export const accessToken = 'APP_USR-4242-secret';
export const payment: Target = { kind: 'payment', provider: 'MERCADO_PAGO', id: '18552260055' };
export const order: Target = { kind: 'order', provider: 'MERCADO_PAGO', id: 'ORD01J49MMW3SSBK5PSV3DFR32959' };

/** The adapter against a server of its own. */
export class MercadoPagoBench {
  readonly server: ProviderServer;
  readonly adapter: ProviderAdapter;

  private constructor(server: ProviderServer) {
    this.server = server;
    const settings = { MERCADO_PAGO_BASE_URL: server.url, MERCADO_PAGO_ACCESS_TOKEN: accessToken };
    this.adapter = create(mercadoPago, settings);
  }

  static async start(): Promise<MercadoPagoBench> {
    return new MercadoPagoBench(await startProvider());
  }

  cancel(target: Target, answer: Answer): Promise<CancelAnswer> {
    this.server.next(answer);
    const key = upstreamKeyOf({ tenant: 'default', target: target, generation: 0 });
    return this.adapter.cancel({ target, key, authorizationId: null, reason: null, terms });
  }

  read(target: Target, answer: Answer): Promise<ReadAnswer> {
    this.server.next(answer);
    return this.adapter.read(target, terms);
  }

  async stop(): Promise<void> {
    await this.adapter.close();
    await this.server.close();
  }
}

/** The same error in each envelope that Mercado Pago uses. */
export function envelopes(status: number, code: string | number): [string, object][] {
  return [
    ['errors[]', { errors: [{ code, message: 'said so' }] }],
    ['cause[]', { message: 'said so', error: 'bad_request', status, cause: [{ code, description: 'x', data: null }] }],
    ['code', { code, message: 'said so' }],
    ['error', { error: code, message: 'said so', status, cause: [] }],
  ];
}
