import { freshIds, gatewayVariables, recordsOfEmulator, sandboxIds, startEmulator } from './emulator/index.ts';
import { configured, run } from './lifecycle.ts';
import type { ServerOptions } from './server.ts';

type SandboxIdOf = NonNullable<ServerOptions['sandboxIdOf']>;
type ErrorCode = Parameters<SandboxIdOf>[0];

/** What brings the errors that only the gateway makes, where a plain cancel of one id does. */
const idsOfOwnErrors: Partial<Record<ErrorCode, string>> = {
  PAYMENT_ALREADY_CANCELLED: '40000201806',
  IDEMPOTENCY_KEY_IN_PROGRESS: 'ORD01KKEY10CKED00000000000000',
  INVALID_PAYMENT_ID: 'not-a-payment-id',
  OUTCOME_UNKNOWN: '50200000001',
  PROVIDER_RATE_LIMITED: '42900000001',
  UNRECOGNIZED_PROVIDER_ERROR: '40000399901',
};

/**
 * `npm start`: the gateway. Where no provider is configured and this is not production, a local emulator plays both
 * providers, so that a fresh clone has something to cancel.
 */
const config = configured(process.env);
if (config !== null && (config.production || config.providers.length > 0)) {
  await run(config);
} else if (config !== null) {
  await startPlayground();
}

async function startPlayground(): Promise<void> {
  const emulator = await startEmulator();
  const config = configured({ ...recordsOfItsOwn(process.env), ...process.env, ...gatewayVariables(emulator) });
  if (config === null) return emulator.close();

  // The store remembers earlier runs and the emulator does not: every start names targets that neither has seen.
  const serial = Math.floor(Date.now() / 1_000);
  const paymentId = freshIds.payment(serial);
  const orderId = freshIds.order(serial);
  const server = await run(config, { sandboxIdOf, ...explorerFor(paymentId) }, () => emulator.close());
  if (server !== null) console.log(greeting(`${server.url}/graphql`, emulator.url, paymentId, orderId));
}

/** Whoever names a store has chosen it. */
function recordsOfItsOwn({ DATABASE_URL, DATABASE_URL_FILE }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return DATABASE_URL || DATABASE_URL_FILE ? {} : recordsOfEmulator;
}

/** The sandbox id that brings an error: by the provider's answer behind it, where there is one. */
function sandboxIdOf(...[code, answer]: Parameters<SandboxIdOf>): string | null {
  if (answer === null) return idsOfOwnErrors[code] ?? null;
  const { provider, target, httpStatus, wireCode } = answer;
  const candidates = sandboxIds.filter(
    (row) => row.provider === provider && row.target === target && row.httpStatus === httpStatus,
  );
  // A provider's own codes begin with ERR- in the sandbox.
  const match = candidates.find((row) => (wireCode === null ? row.code?.startsWith('ERR-') : row.code === wireCode));
  return match?.id ?? null;
}

function explorerFor(paymentId: string): Pick<ServerOptions, 'explorerVariables'> {
  return { explorerVariables: { input: { paymentId, reason: 'REQUESTED_BY_CUSTOMER' } } };
}

function greeting(url: string, emulatorUrl: string, paymentId: string, orderId: string): string {
  return `
The gateway runs on ${url} against an emulator of both providers on ${emulatorUrl}.
Open the address in a browser to explore, or cancel from a terminal:

a payment, ${paymentId}
  ${curl(url, `mutation { cancelPayment(input: { paymentId: "${paymentId}" }) { outcome nextAction errorCode payment { status } } }`)}

an order, ${orderId}
  ${curl(url, `mutation { cancelOrder(input: { orderId: "${orderId}" }) { outcome nextAction errorCode order { status } } }`)}

every error there is, with an id that brings it
  ${curl(url, '{ errorCatalog { code upstreamHttpStatus upstreamCode nextAction sandboxId } }')}

Ctrl-C ends both.
`;
}

function curl(url: string, query: string): string {
  return `curl -s ${url} -H 'content-type: application/json' -d '${JSON.stringify({ query })}'`;
}
