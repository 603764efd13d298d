import type { ProviderAnswer } from '../answer.ts';
import type { ProviderTools } from '../definition.ts';
import { at, text } from '../fields.ts';
import { type Echo, ProviderClient } from '../provider-client.ts';
import type { Secret } from '../secret.ts';
import { errorIn } from './wire.ts';

type Api = 'payments' | 'orders';

/** One merchant at Mercado Pago. */
export interface Account {
  readonly provider: string;
  readonly baseUrl: string;
  /** By the API that takes it; live tokens are one and the same. */
  readonly accessTokens: Readonly<Record<Api, Secret>>;
  readonly tools: ProviderTools;
}

/** A client for each of the two APIs, so that neither holds up the other; together they hold up no more than one would. */
export function clientOf(
  { accessTokens, ...account }: Account,
  api: Api,
  probePath: readonly string[],
): ProviderClient {
  return new ProviderClient({
    ...account,
    api,
    share: 1 / 2,
    credentials: { authorization: { scheme: 'Bearer ', secret: accessTokens[api] } },
    otherSecrets: Object.values(accessTokens),
    probe: { path: probePath },
    errorIn,
  });
}

/** A 2xx repeats the id of the target, in either case; what an error body holds under that name is nobody's business. */
export function echoOf(id: string): (answer: ProviderAnswer) => Echo {
  return ({ ok, body }) => {
    const answered = ok ? text(at(body, 'id')) : null;
    if (answered === null) return 'missing';
    return answered.toUpperCase() === id.toUpperCase() ? 'ours' : 'foreign';
  };
}
