import type { Clock } from '../../cancellation/clock.ts';
import type { CallFailure } from '../../cancellation/provider.ts';
import type { ProviderId } from '../../cancellation/target/target.ts';
import type { JsonObject } from '../../rest/json.ts';
import { RestClient, type RestRequest } from '../../rest/rest-client.ts';
import { answerOf, lost, type ProviderAnswer } from '../answer.ts';
import type { ProviderTools } from '../definition.ts';
import { at, text } from '../fields.ts';
import { isOutage, tellCircuit } from '../outage.ts';
import type { Secret } from '../secret.ts';
import { errorIn } from './wire.ts';

/** A 2xx that names the id asked for; whether it proves anything else is for its reader to say. */
export interface Echo extends ProviderAnswer {
  readonly ok: true;
  readonly body: JsonObject;
}

/** An answer that is not 2xx. */
export interface Refusal extends ProviderAnswer {
  readonly ok: false;
}

export interface ApiClientOptions {
  readonly provider: ProviderId;
  /** Its name in the log. */
  readonly api: string;
  /** The path of a read that any token may ask for, and that this API itself answers. */
  readonly probePath: readonly string[];
  /** Its part of what the provider may hold up. */
  readonly share: number;
  readonly baseUrl: string;
  readonly accessToken: Secret;
  readonly tools: ProviderTools;
}

/** One of Mercado Pago's APIs with one merchant's token. */
export class ApiClient {
  readonly provider: ProviderId;
  readonly #rest: RestClient;
  readonly #accessToken: Secret;
  readonly #clock: Clock;

  constructor({ provider, api, probePath, share, baseUrl, accessToken, tools }: ApiClientOptions) {
    this.provider = provider;
    this.#accessToken = accessToken;
    this.#clock = tools.clock;
    this.#rest = new RestClient({
      baseUrl,
      clock: tools.clock,
      share,
      probe: { path: probePath, headers: () => this.#authorization() },
      isOutage,
      circuitChanged: tellCircuit(tools, api),
    });
  }

  /** Sends one request about the target of this id. */
  async send(id: string, request: RestRequest): Promise<Echo | Refusal | CallFailure> {
    const headers = { ...request.headers, ...this.#authorization() };
    const result = await this.#rest.call({ ...request, headers });
    const source = { provider: this.provider, secrets: [this.#accessToken.reveal()], errorIn };
    const answer = answerOf(result, source, this.#clock.now());
    if (answer.kind !== 'answer') return answer;
    const { body, ok } = answer;
    if (!ok) return { ...answer, ok };
    const answeredId = text(at(body, 'id'));
    if (body !== null && answeredId === id) return { ...answer, ok, body };
    if (answeredId === null) return lost('no id', answer.upstream);
    // The answer to somebody else's request: the connection is not to be trusted any more.
    this.#rest.renew();
    return lost('wrong id', answer.upstream);
  }

  close(): Promise<void> {
    return this.#rest.close();
  }

  #authorization() {
    return { authorization: `Bearer ${this.#accessToken.reveal()}` };
  }
}
