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
import { emulatorFacts } from './pages/emulator-facts.ts';
import { explorer } from './pages/explorer.ts';
import { webPage } from './pages/web-page.ts';
import type { ServerOptions } from './server.ts';

type SandboxIdOf = NonNullable<ServerOptions['sandboxIdOf']>;
type ErrorCode = Parameters<SandboxIdOf>[0];
type Config = NonNullable<ReturnType<typeof configured>>;

/** Which sandbox id brings an error that only the gateway makes, where a plain cancel of one id does. */
const sandboxIdsOfOwnErrors: Partial<Record<ErrorCode, Partial<SandboxId>>> = {
  PAYMENT_ALREADY_CANCELLED: { target: 'payment', httpStatus: 400, status: 'cancelled' },
  CANCEL_THE_ORDER: { target: 'payment', httpStatus: 400, status: 'authorized' },
  IDEMPOTENCY_KEY_IN_PROGRESS: { httpStatus: 423 },
  OUTCOME_UNKNOWN: { httpStatus: 502 },
  PROVIDER_RATE_LIMITED: { httpStatus: 429 },
  UNRECOGNIZED_PROVIDER_ERROR: { unlisted: true },
};

const bearer = { none: '', jwt: ' -H "authorization: Bearer $TOKEN"' };
const tokenFirst = {
  none: '',
  jwt: `
a token, where the settings are those of npm run token
  TOKEN=$(npm run -s token -- --scope "payments:cancel orders:cancel")
`,
};

/**
 * `npm start`: the gateway. Where no provider is configured and this is not production, a local emulator plays the
 * providers, so that a fresh clone has something to cancel.
 */
const given = { ...process.env };
const config = configured(process.env, process.execArgv);
if (config !== null && (config.production || hasProviders(config))) {
  await run(config, { sites: config.explorer ? [explorer()] : [] });
} else if (config !== null) {
  await startPlayground();
}

/** In the environment, or in the file of many tenants. */
function hasProviders({ providers, tenancy }: Config): boolean {
  return providers.length > 0 || tenancy.recordNames !== null;
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
  // The page sends no token: where one is needed it would be of no use.
  const page = config.auth.mode === 'none' ? webPage(emulatorFacts(sandboxIds, freshFrom(serial))) : null;
  const sites = [page, config.explorer ? explorer() : null].filter((site) => site !== null);
  const server = await run(config, { sandboxIdOf, sites, explorerTargets: { paymentId, orderId } }, () =>
    emulator.close(),
  );
  if (server === null) return;
  const places = [
    ...(page === null ? [] : [`a page with every case   ${server.url}`]),
    ...(config.explorer ? [`an explorer of the API    ${server.url}/explorer/`] : []),
  ];
  console.log(
    greeting({
      url: `${server.url}/graphql`,
      places,
      authMode: config.auth.mode,
      emulatorUrl: emulator.url,
      payment: paymentId,
      order: orderId,
    }),
  );
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

/** Enough of each for whoever tries the page: more come with the next start. */
function freshFrom(serial: number) {
  const many = (nth: (n: number) => string) => Array.from({ length: 50 }, (_, n) => nth(serial * 100 + n));
  return {
    payment: many(freshIds.MERCADO_PAGO.payment),
    order: many(freshIds.MERCADO_PAGO.order),
    vtexPayment: many(freshIds.VTEX.payment),
  };
}

interface Said {
  readonly url: string;
  readonly places: readonly string[];
  readonly authMode: Config['auth']['mode'];
  readonly emulatorUrl: string;
  readonly payment: string;
  readonly order: string;
}

function greeting({ url, places, authMode, emulatorUrl, payment, order }: Said): string {
  const curl = (query: string) =>
    `curl -s ${url}${bearer[authMode]} -H 'content-type: application/json' -d '${JSON.stringify({ query })}'`;
  return `
The gateway runs on ${url} against an emulator of the providers on ${emulatorUrl}.

${places.join('\n')}

Or cancel from a terminal:
${tokenFirst[authMode]}
a payment, ${payment}
  ${curl(`mutation { cancelPayment(input: { paymentId: "${payment}" }) { outcome nextAction errorCode payment { status } } }`)}

an order, ${order}
  ${curl(`mutation { cancelOrder(input: { orderId: "${order}" }) { outcome nextAction errorCode order { status } } }`)}

every error there is, with the id that brings it, where one does
  ${curl('{ errorCatalog { code upstreamHttpStatus upstreamCode nextAction sandboxId } }')}

an answer that is lost, to the cancel of a payment that follows
  ${loseNextAnswer(emulatorUrl)}

Ctrl-C ends both.
`;
}
