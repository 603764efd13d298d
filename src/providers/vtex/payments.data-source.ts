import type { Clock } from '../../cancellation/clock.ts';
import type { CancelAnswer, CancelCommand } from '../../cancellation/provider.ts';
import type { Secret } from '../../cancellation/secret.ts';
import { RestClient } from '../../rest/rest-client.ts';
import { answerOf } from '../answer.ts';
import { toCancelAnswer } from './payments.verdict.ts';
import { echoOf, errorIn } from './wire.ts';

export interface PaymentsOptions {
  readonly provider: string;
  readonly baseUrl: string;
  readonly appKey: Secret;
  readonly appToken: Secret;
  /** The names of the two headers begin so: `X-VTEX-API` or `X-PROVIDER-API`. */
  readonly headerPrefix: string;
  readonly sandboxMode: boolean;
  readonly clock: Clock;
}

/** The payments of one provider that speaks VTEX's Payment Provider Protocol. */
export class PaymentsDataSource {
  readonly #options: PaymentsOptions;
  readonly #rest: RestClient;

  constructor(options: PaymentsOptions) {
    this.#options = options;
    this.#rest = new RestClient({ baseUrl: options.baseUrl, timer: options.clock });
  }

  /** `POST /payments/{paymentId}/cancellations`. Repeated with the same `requestId` it cancels once. */
  async cancel(command: CancelCommand): Promise<CancelAnswer> {
    const { provider, appKey, appToken, headerPrefix, sandboxMode, clock } = this.#options;
    const ids = { paymentId: command.target.id, requestId: command.key.hex.slice(0, 32) };
    const secrets = [appKey.reveal(), appToken.reveal()] as const;
    const result = await this.#rest.call({
      method: 'POST',
      path: ['payments', ids.paymentId, 'cancellations'],
      headers: { [`${headerPrefix}-AppKey`]: secrets[0], [`${headerPrefix}-AppToken`]: secrets[1] },
      json: {
        ...ids,
        ...(command.authorizationId !== null && { authorizationId: command.authorizationId }),
        ...(sandboxMode && { sandboxMode }),
      },
      ...command.terms,
    });
    const answer = answerOf(result, { provider, secrets, errorIn }, clock.now());
    if (answer.kind !== 'answer') return answer;
    // The answer to somebody else's request: the connection is not to be trusted any more.
    if (answer.body !== null && echoOf(answer.body, ids) === 'foreign') this.#rest.renew();
    return toCancelAnswer(answer, command, ids);
  }

  close(): Promise<void> {
    return this.#rest.close();
  }
}
