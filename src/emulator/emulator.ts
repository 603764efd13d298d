import { controlPrefix, createControlApi } from './control-api.ts';
import { createEmulatorServer, listen } from './http-server.ts';
import { createMercadoPago } from './mercado-pago/mercado-pago.ts';
import { createOverrideList, type Override } from './overrides.ts';
import { createVtex, type VtexCancellation } from './vtex/vtex.ts';
import type { Clock, RecordedRequest } from './wire.ts';

export interface EmulatorOptions {
  /** 0, the default, takes a free one. */
  port?: number;
  /** 127.0.0.1 unless told. */
  host?: string;
  clock?: Clock;
  accessToken?: string;
  vtexAppKey?: string;
  vtexAppToken?: string;
  /** Every answer comes this much later. */
  latencyMs?: number;
}

export interface EmulatorCredentials {
  accessToken: string;
  vtexAppKey: string;
  vtexAppToken: string;
}

export interface Emulator {
  url: string;
  mercadoPagoUrl: string;
  vtexUrl: string;
  credentials: EmulatorCredentials;
  /** What arrived so far, oldest first, overridden or not. */
  requests: ReadonlyArray<RecordedRequest>;
  /** Answers requests to come in another way. Releasing removes the override and lets what hangs in it be answered as usual. */
  override(override: Override): { release(): void };
  /** Forgets state, overrides and requests; hanging sockets are destroyed. */
  reset(): void;
  paymentStatus(id: string): string | undefined;
  orderStatus(id: string): string | undefined;
  vtexCancellations(paymentId: string): ReadonlyArray<VtexCancellation>;
  close(): Promise<void>;
}

const vtexPrefix = '/vtex';

export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { port = 0, host = '127.0.0.1', clock = Date, latencyMs = 0 } = options;
  const credentials: EmulatorCredentials = {
    accessToken: options.accessToken ?? 'TEST-emulator-access-token',
    vtexAppKey: options.vtexAppKey ?? 'vtexappkey-emulator-LOCAL',
    vtexAppToken: options.vtexAppToken ?? 'emulator-app-token',
  };
  const { accessToken, vtexAppKey, vtexAppToken } = credentials;
  const mercadoPago = createMercadoPago({ clock, accessToken });
  const vtex = createVtex({ clock, prefix: vtexPrefix, appKey: vtexAppKey, appToken: vtexAppToken });
  const overrides = createOverrideList();
  const requests: RecordedRequest[] = [];

  function reset(): void {
    overrides.abandon();
    requests.length = 0;
    mercadoPago.reset();
    vtex.reset();
  }

  const server = createEmulatorServer({
    handle: (request) =>
      request.path.startsWith(`${vtexPrefix}/`) ? vtex.handle(request) : mercadoPago.handle(request),
    control: { prefix: controlPrefix, handle: createControlApi({ overrides, requests, reset }) },
    overrides,
    requests,
    clock,
    latencyMs,
  });
  const url = `http://${host}:${await listen(server, port, host)}`;

  return {
    url,
    mercadoPagoUrl: url,
    vtexUrl: `${url}${vtexPrefix}`,
    credentials,
    requests,
    override: overrides.add,
    reset,
    paymentStatus: mercadoPago.paymentStatus,
    orderStatus: mercadoPago.orderStatus,
    vtexCancellations: vtex.cancellations,
    close() {
      return new Promise((resolve) => {
        server.close(() => resolve());
        overrides.abandon();
        server.closeAllConnections();
      });
    },
  };
}
