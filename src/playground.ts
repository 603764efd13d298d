import {
  freshIds,
  gatewayVariables,
  loseNextAnswer,
  recordsOfEmulator,
  type SandboxId,
  sandboxIds,
  startEmulator,
} from './emulator/index.ts';
import { configured, run } from './lifecycle.ts';
import type { ServerOptions } from './server.ts';

type SandboxIdOf = NonNullable<ServerOptions['sandboxIdOf']>;
type ErrorCode = Parameters<SandboxIdOf>[0];

/** Which sandbox id brings an error that only the gateway makes, where a plain cancel of one id does. */
const sandboxIdsOfOwnErrors: Partial<Record<ErrorCode, Partial<SandboxId>>> = {
  PAYMENT_ALREADY_CANCELLED: { target: 'payment', httpStatus: 400, status: 'cancelled' },
  CANCEL_THE_ORDER: { target: 'payment', httpStatus: 400, status: 'authorized' },
  IDEMPOTENCY_KEY_IN_PROGRESS: { httpStatus: 423 },
  OUTCOME_UNKNOWN: { httpStatus: 502 },
  PROVIDER_RATE_LIMITED: { httpStatus: 429 },
  UNRECOGNIZED_PROVIDER_ERROR: { unlisted: true },
};

/**
 * `npm start`: the gateway. Where no provider is configured and this is not production, a local emulator plays the
 * providers, so that a fresh clone has something to cancel.
 */
const given = { ...process.env };
const config = configured(process.env, process.execArgv);
if (config !== null && (config.production || config.providers.length > 0)) {
  await run(config);
} else if (config !== null) {
  await startPlayground();
}

async function startPlayground(): Promise<void> {
  const emulator = await startEmulator();
  const variables = { ...recordsOfItsOwn(given), ...given, ...gatewayVariables(emulator) };
  const config = configured(variables, process.execArgv);
  if (config === null) return emulator.close();

  // The store remembers earlier runs and the emulator does not: every start names targets that neither has seen.
  const serial = Math.floor(Date.now() / 1_000);
  const paymentId = freshIds.MERCADO_PAGO.payment(serial);
  const orderId = freshIds.MERCADO_PAGO.order(serial);
  const server = await run(config, { sandboxIdOf, ...explorerFor(paymentId) }, () => emulator.close());
  if (server !== null) console.log(greeting(`${server.url}/graphql`, emulator.url, paymentId, orderId));
}

/** Whoever names a store has chosen it. */
function recordsOfItsOwn({ DATABASE_URL, DATABASE_URL_FILE }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return DATABASE_URL || DATABASE_URL_FILE ? {} : recordsOfEmulator;
}

/** The id that brings an error: by the provider's answer behind it, where there is one. */
function sandboxIdOf(...[code, answer]: Parameters<SandboxIdOf>): string | null {
  if (answer !== null) {
    const { provider, target, httpStatus, wireCode } = answer;
    return firstSandboxId({
      provider,
      target,
      httpStatus,
      ...(wireCode === null ? { unlisted: true } : { code: wireCode }),
    });
  }
  // No provider is asked about an id that has no form of theirs.
  if (code === 'INVALID_PAYMENT_ID') return 'not-a-payment-id';
  const wanted = sandboxIdsOfOwnErrors[code];
  return wanted === undefined ? null : firstSandboxId(wanted);
}

function firstSandboxId(wanted: Partial<SandboxId>): string | null {
  const members = Object.keys(wanted) as (keyof SandboxId)[];
  return sandboxIds.find((row) => members.every((member) => row[member] === wanted[member]))?.id ?? null;
}

function explorerFor(paymentId: string): Pick<ServerOptions, 'explorerVariables'> {
  return { explorerVariables: { input: { paymentId, reason: 'REQUESTED_BY_CUSTOMER' } } };
}

function greeting(url: string, emulatorUrl: string, paymentId: string, orderId: string): string {
  return `
The gateway runs on ${url} against an emulator of the providers on ${emulatorUrl}.
Open the address in a browser to explore, or cancel from a terminal:

a payment, ${paymentId}
  ${curl(url, `mutation { cancelPayment(input: { paymentId: "${paymentId}" }) { outcome nextAction errorCode payment { status } } }`)}

an order, ${orderId}
  ${curl(url, `mutation { cancelOrder(input: { orderId: "${orderId}" }) { outcome nextAction errorCode order { status } } }`)}

every error there is, with an id that brings it
  ${curl(url, '{ errorCatalog { code upstreamHttpStatus upstreamCode nextAction sandboxId } }')}

an answer that is lost, to the cancel of a payment that follows
  ${loseNextAnswer(emulatorUrl)}

Ctrl-C ends both.
`;
}

function curl(url: string, query: string): string {
  return `curl -s ${url} -H 'content-type: application/json' -d '${JSON.stringify({ query })}'`;
}
