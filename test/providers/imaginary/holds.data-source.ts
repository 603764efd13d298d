import type { CancelReason } from '../../../src/cancellation/target/cancel-reason.ts';
import type { ProviderAnswer } from '../../../src/providers/answer.ts';
import type { DataSource } from '../../../src/providers/data-source.ts';
import type { ProviderTools } from '../../../src/providers/definition.ts';
import { at, text } from '../../../src/providers/fields.ts';
import { type Echo, ProviderClient } from '../../../src/providers/provider-client.ts';
import type { Secret } from '../../../src/providers/secret.ts';
import { type TargetApi, toCancelAnswer, toReadAnswer } from '../../../src/providers/target-answer.ts';
import { holdsErrors } from './holds.errors.ts';
import { errorIn, toPayment } from './holds.mapping.ts';

const api: TargetApi<'payment'> = { errors: holdsErrors, toSnapshot: toPayment };

interface Account {
  readonly provider: string;
  readonly baseUrl: string;
  readonly apiKey: Secret;
  readonly tools: ProviderTools;
}

/** `POST /v1/holds/{id}/release` takes a form, and in it the reason; `GET /v1/holds/{id}` reads. */
export function holds({ apiKey, ...account }: Account): DataSource {
  const client = new ProviderClient({
    ...account,
    api: 'holds',
    credentials: { 'x-api-key': { secret: apiKey } },
    probe: { path: ['v1', 'ping'] },
    errorIn,
  });
  return {
    async cancel({ target, key, reason, terms }) {
      const answer = await client.send({
        method: 'POST',
        path: ['v1', 'holds', target.id, 'release'],
        headers: {},
        form: { once: key, ...(reason !== null && { reason: wordOf(reason) }) },
        echoOf: echoOf(target.id),
        ...terms,
      });
      return toCancelAnswer(api, target, answer);
    },
    async read(target, terms) {
      const answer = await client.send({
        method: 'GET',
        path: ['v1', 'holds', target.id],
        headers: {},
        echoOf: echoOf(target.id),
        ...terms,
      });
      return toReadAnswer(api, target, answer);
    },
    close: () => client.close(),
  };
}

/** Its reasons are words with spaces: `requested by customer`. */
function wordOf(reason: CancelReason): string {
  return reason.toLowerCase().replaceAll('_', ' ');
}

function echoOf(id: string): (answer: ProviderAnswer) => Echo {
  return ({ body }) => {
    const hold = text(at(body, 'hold'));
    if (hold === null) return 'missing';
    return hold === id ? 'ours' : 'foreign';
  };
}
