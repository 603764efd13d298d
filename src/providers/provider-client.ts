import type { CallFailure } from '../cancellation/provider.ts';
import type { ProviderId } from '../cancellation/target/target.ts';
import type { JsonObject } from '../rest/json.ts';
import { type Probe, RestClient, type RestRequest } from '../rest/rest-client.ts';
import type { RestAnswer } from '../rest/result.ts';
import { type AnswerSource, answerOf, lost, type ProviderAnswer, type WireError } from './answer.ts';
import type { ProviderTools } from './definition.ts';
import { isOutage, tellCircuit } from './outage.ts';
import type { Secret } from './secret.ts';

/** Whether an answer is to the request: it names what was asked for, leaves it out, or names something else. */
export type Echo = 'ours' | 'missing' | 'foreign';

/** An answer that is not to somebody else's request, or that counts all the same. */
export interface EchoedAnswer extends ProviderAnswer {
  readonly echo: Echo;
}

type ProviderRequest = RestRequest & { echoOf(answer: ProviderAnswer): Echo };

interface ProviderClientOptions {
  readonly provider: ProviderId;
  /** Its name in the log. */
  readonly api: string;
  readonly baseUrl: string;
  /** Its part of what the provider may hold up; all of it unless told. */
  readonly share?: number;
  /** The headers that say who calls, with each secret under the name of its header. */
  readonly credentials: Readonly<Record<string, Credential>>;
  /** More of the merchant's secrets that the provider may repeat, though this API is sent none of them. */
  readonly otherSecrets?: readonly Secret[];
  /** A read that changes nothing, that these credentials may make, and that this API itself answers. */
  readonly probe: Probe;
  readonly tools: ProviderTools;
  /** How the provider's bodies name an error. */
  errorIn(body: JsonObject): WireError;
  /** Whether an answer that looks like an outage comes from a provider that works; none does unless told. */
  isSignOfLife?(answer: RestAnswer): boolean;
  /** Whether an answer tells of the provider and of no request, so that it counts whatever it names; none does unless told. */
  isOfProvider?(answer: ProviderAnswer): boolean;
}

/** A secret and what stands before it in its header, such as `Bearer `. */
interface Credential {
  readonly scheme?: string;
  readonly secret: Secret;
}

/** One API of a provider with one merchant's credentials. */
export class ProviderClient {
  readonly #options: ProviderClientOptions;
  readonly #source: AnswerSource;
  readonly #rest: RestClient;

  constructor(options: ProviderClientOptions) {
    const { provider, baseUrl, share, credentials, otherSecrets = [], probe, tools, api, errorIn } = options;
    const secrets = [...Object.values(credentials).map(({ secret }) => secret), ...otherSecrets];
    this.#options = options;
    this.#source = { provider, secrets: secrets.map((secret) => secret.reveal()), errorIn };
    this.#rest = new RestClient({
      baseUrl,
      clock: tools.clock,
      ...(share !== undefined && { share }),
      headers: headersOf(credentials),
      probe,
      isOutage: (answer) => isOutage(answer) && !options.isSignOfLife?.(answer),
      circuitChanged: tellCircuit(tools, api),
    });
  }

  /** Sends one request. What answers another one is lost, and so is every answer that is not the provider's format. */
  async send(request: ProviderRequest): Promise<EchoedAnswer | CallFailure> {
    const { tools, isOfProvider } = this.#options;
    const result = await this.#rest.call(request);
    const answer = answerOf(result, this.#source, tools.clock.now());
    if (answer.kind !== 'answer') return answer;
    const echo = request.echoOf(answer);
    // The answer to somebody else's request: the connection is not to be trusted any more.
    if (echo === 'foreign') this.#rest.renew();
    if (echo === 'foreign' && !isOfProvider?.(answer)) return lost('wrong id', answer.upstream);
    const { kind, status, ok, body, code, retryAfterMs, upstream } = answer;
    return { kind, status, ok, body, code, retryAfterMs, upstream, echo };
  }

  close(): Promise<void> {
    return this.#rest.close();
  }
}

function headersOf(credentials: ProviderClientOptions['credentials']): Record<string, string> {
  const headers = Object.entries(credentials);
  return Object.fromEntries(headers.map(([name, { scheme = '', secret }]) => [name, `${scheme}${secret.reveal()}`]));
}
