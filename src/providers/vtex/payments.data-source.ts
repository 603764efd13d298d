import type { DataSource } from '../data-source.ts';
import type { ProviderTools } from '../definition.ts';
import { type EchoedAnswer, ProviderClient } from '../provider-client.ts';
import type { Secret } from '../secret.ts';
import { requestIdOf } from './ids.ts';
import { rowOfStatus } from './payments.errors.ts';
import { toCancelAnswer } from './payments.mapping.ts';
import { echoOf, errorIn, leavesOutRequest, speaksProtocol } from './wire.ts';

/** One merchant at one provider that speaks VTEX's Payment Provider Protocol. */
interface Account {
  readonly provider: string;
  readonly baseUrl: string;
  readonly appKey: Secret;
  readonly appToken: Secret;
  /** The names of the two headers begin so: `X-VTEX-API` or `X-PROVIDER-API`. */
  readonly headerPrefix: string;
  readonly sandboxMode: boolean;
  readonly tools: ProviderTools;
}

/**
 * The payments of one merchant. `POST /payments/{paymentId}/cancellations`, repeated with the same `requestId`, cancels once;
 * it has no place for a reason. The protocol has no call that reads a payment.
 */
export function payments({ appKey, appToken, headerPrefix, sandboxMode, ...account }: Account): DataSource {
  const client = new ProviderClient({
    ...account,
    api: 'payments',
    credentials: {
      [`${headerPrefix}-AppKey`]: { secret: appKey },
      [`${headerPrefix}-AppToken`]: { secret: appToken },
    },
    // Not every provider serves its manifest; that one is missing also shows that the provider works.
    probe: { path: ['manifest'], shows: (answer) => answer.status < 500 || speaksProtocol(answer) },
    // The protocol answers a cancel that failed with 500 or 501: its own words come from a provider that works.
    isSignOfLife: speaksProtocol,
    // Whomever it was meant for, it says that nobody is served.
    isOfProvider: ({ status, body }) => body !== null && rowOfStatus(status) !== null,
    errorIn,
  });
  let isTold = false;
  function tellWhatIsLeftOut({ echo, body }: EchoedAnswer): void {
    if (isTold || echo !== 'missing' || !leavesOutRequest(body)) return;
    isTold = true;
    account.tools.leavesOut?.('payments', 'requestId');
  }

  return {
    async cancel({ target, key, authorizationId, terms }) {
      const ids = { paymentId: target.id, requestId: requestIdOf(key) };
      const answer = await client.send({
        method: 'POST',
        path: ['payments', ids.paymentId, 'cancellations'],
        headers: {},
        json: { ...ids, ...(authorizationId !== null && { authorizationId }), ...(sandboxMode && { sandboxMode }) },
        echoOf: ({ body }) => echoOf(body, ids),
        ...terms,
      });
      if (answer.kind !== 'answer') return answer;
      tellWhatIsLeftOut(answer);
      return toCancelAnswer(answer);
    },
    close: () => client.close(),
  };
}
