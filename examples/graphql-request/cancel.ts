// Cancels one payment the way an app should: one key for one intention, kept over every retry, and an outcome that is
// not known yet is followed. With the gateway of `npm start` running:
//
//   npx tsx examples/graphql-request/cancel.ts 10000000002
//   npx tsx examples/graphql-request/cancel.ts 50000000003
//
// The second is UNKNOWN at first, and CANCELLED a few seconds later. A second argument names another gateway, by its URL:
//
//   npx tsx examples/graphql-request/cancel.ts 10000000002 http://127.0.0.1:4001/graphql
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { ClientError, GraphQLClient } from 'graphql-request';
import { type NextAction, type Outcome, whatNow } from './what-now.ts';

/** What both documents select, and all that is needed to decide. */
interface Answer {
  outcome: Outcome;
  nextAction: NextAction;
  retryAfterMs: number | null;
  userMessage: string;
}

interface Payload extends Answer {
  cancellation: { id: string } | null;
}

const maxTries = 3;
/** How long it follows, and how long it waits where the answer names no time. */
const followMs = 30_000;
const usualPauseMs = 2_000;
const [paymentId = '10000000002', url = 'http://127.0.0.1:4000/graphql'] = process.argv.slice(2);
const client = new GraphQLClient(url);

const { cancellation, ...answer } = await cancel(paymentId, randomUUID());
show(answer);
if (answer.nextAction === 'WAIT' && cancellation !== null) await follow(cancellation.id, answer.retryAfterMs);

/** An app stores the key before it sends: after a crash `cancellationByKey` says what became of it. */
async function cancel(paymentId: string, idempotencyKey: string): Promise<Payload> {
  for (let tries = 1; ; tries += 1) {
    const payload = await send(paymentId, idempotencyKey);
    const again = payload === null || payload.nextAction === 'RETRY_SAME_KEY';
    if (payload !== null && (!again || tries === maxTries)) return payload;
    if (tries === maxTries)
      throw new Error(`${url} does not answer. Keep the key ${idempotencyKey}, and ask again later.`);
    await pause(payload?.retryAfterMs ?? 1_000);
  }
}

/** Null when no answer came: the cancel may run all the same, so only the same key may be sent again. */
async function send(paymentId: string, idempotencyKey: string): Promise<Payload | null> {
  const input = { paymentId, idempotencyKey, reason: 'REQUESTED_BY_CUSTOMER' };
  try {
    const data = await client.request<{ cancelPayment: Payload | null }>(published('cancel-payment'), { input });
    return data.cancelPayment;
  } catch (error) {
    // The gateway answered, and refuses the document or the caller: the same request will fare no better.
    if (error instanceof ClientError && error.response.status < 500) throw error;
    return null;
  }
}

/** Asking makes the gateway look at the provider once more; when it makes sense to ask again, each answer says. */
async function follow(id: string, retryAfterMs: number | null): Promise<void> {
  const until = Date.now() + followMs;
  let pauseMs = retryAfterMs ?? usualPauseMs;
  while (Date.now() + pauseMs <= until) {
    await pause(pauseMs);
    const { cancellation } = await client.request<{ cancellation: Answer }>(published('cancellation'), { id });
    show(cancellation);
    if (cancellation.nextAction !== 'WAIT') return;
    pauseMs = cancellation.retryAfterMs ?? usualPauseMs;
  }
  console.log(`Still open: ask for cancellation ${id} again later.`);
}

function show({ outcome, nextAction, userMessage }: Answer): void {
  console.log(`${outcome}: ${userMessage} (${nextAction}: ${whatNow(nextAction)})`);
}

function published(name: string): string {
  return readFileSync(new URL(`../../schema/operations/${name}.graphql`, import.meta.url), 'utf8');
}
