import type { CancelAnswer, CancelCommand } from '../../cancellation/provider.ts';
import { RestClient } from '../../rest/rest-client.ts';
import { answerOf } from '../answer.ts';
import type { ProviderTools } from '../definition.ts';
import { isOutage, tellCircuit } from '../outage.ts';
import type { Secret } from '../secret.ts';
import { requestIdOf } from './ids.ts';
import { toCancelAnswer } from './payments.mapping.ts';
import { echoOf, errorIn, speaksProtocol } from './wire.ts';

export interface PaymentsOptions {
  readonly provider: string;
  readonly baseUrl: string;
  readonly appKey: Secret;
  readonly appToken: Secret;
  /** The names of the two headers begin so: `X-VTEX-API` or `X-PROVIDER-API`. */
  readonly headerPrefix: string;
  readonly sandboxMode: boolean;
  readonly tools: ProviderTools;
}

/** The payments of one provider that speaks VTEX's Payment Provider Protocol. */
export class PaymentsDataSource {
  readonly #options: PaymentsOptions;
  readonly #rest: RestClient;

  constructor(options: PaymentsOptions) {
    this.#options = options;
    this.#rest = new RestClient({
      baseUrl: options.baseUrl,
      clock: options.tools.clock,
      // Not every provider serves its manifest; that one is missing also shows that the provider works.
      probe: { path: ['manifest'], headers: () => this.#credentials(), shows: ({ status }) => status < 500 },
      // The protocol answers a cancel that failed with 500 or 501: its own words come from a provider that works.
      isOutage: (answer) => isOutage(answer) && !speaksProtocol(answer),
      circuitChanged: tellCircuit(options.tools, 'payments'),
    });
  }

  /** `POST /payments/{paymentId}/cancellations`. Repeated with the same `requestId` it cancels once. */
  async cancel(command: CancelCommand): Promise<CancelAnswer> {
    const { provider, appKey, appToken, sandboxMode, tools } = this.#options;
    const ids = { paymentId: command.target.id, requestId: requestIdOf(command.key) };
    const secrets = [appKey.reveal(), appToken.reveal()];
    const result = await this.#rest.call({
      method: 'POST',
      path: ['payments', ids.paymentId, 'cancellations'],
      headers: this.#credentials(),
      json: {
        ...ids,
        ...(command.authorizationId !== null && { authorizationId: command.authorizationId }),
        ...(sandboxMode && { sandboxMode }),
      },
      ...command.terms,
    });
    const answer = answerOf(result, { provider, secrets, errorIn }, tools.clock.now());
    if (answer.kind !== 'answer') return answer;
    // The answer to somebody else's request: the connection is not to be trusted any more.
    if (answer.body !== null && echoOf(answer.body, ids) === 'foreign') this.#rest.renew();
    return toCancelAnswer(answer, command, ids);
  }

  close(): Promise<void> {
    return this.#rest.close();
  }

  #credentials() {
    const { appKey, appToken, headerPrefix } = this.#options;
    return { [`${headerPrefix}-AppKey`]: appKey.reveal(), [`${headerPrefix}-AppToken`]: appToken.reveal() };
  }
}
