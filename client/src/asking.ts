import { ClientError } from 'graphql-request';
import type { Answer, Question, Target } from './answer.ts';
import { answerToFailure } from './failure.ts';
import type {
  CancellationByKeyQuery,
  CancellationQuery,
  CancelOrderMutation,
  CancelPaymentMutation,
  Language,
  Sdk,
} from './generated/sdk.ts';
import { knownFromCancellation, knownFromPayload } from './known.ts';
import type { Clock } from './options.ts';
import type { Stop } from './stop.ts';

export interface Asker {
  readonly sdk: Sdk;
  readonly clock: Clock;
  readonly idempotencyKey: string;
  readonly language: Language;
  readonly stop: Stop;
}

/** The gateway answers a cancel within eight seconds and a read within nine. */
const requestTimeoutMs = 10_000;

type Payload = CancelPaymentMutation['cancelPayment'] | CancelOrderMutation['cancelOrder'];
type Record = CancellationQuery['cancellation'] | CancellationByKeyQuery['cancellationByKey'];
type Reply =
  | { readonly kind: 'payload'; readonly payload: Payload }
  | { readonly kind: 'record'; readonly record: Record }
  | { readonly kind: 'failure'; readonly answer: Answer };

/** Asks once. It never throws: what was not answered is an answer too. */
export async function ask(question: Question, asker: Asker): Promise<Answer> {
  const reply = await replyTo(question, asker);
  switch (reply.kind) {
    case 'payload':
      return reply.payload === null ? noPayload : { kind: 'told', known: knownFromPayload(reply.payload) };
    case 'record':
      return reply.record === null ? { kind: 'absent' } : { kind: 'told', known: knownFromCancellation(reply.record) };
    case 'failure':
      return reply.answer;
  }
}

const noPayload = lost('UNREADABLE_ANSWER', 'The answer to the cancel was null.');

async function replyTo(question: Question, asker: Asker): Promise<Reply> {
  const controller = new AbortController();
  let code = 'GIVEN_UP';
  const cancelTimer = asker.clock.after(requestTimeoutMs, () => {
    code = 'NO_ANSWER_IN_TIME';
    controller.abort();
  });
  const forget = asker.stop.onEnd(() => controller.abort());
  try {
    return await request(question, asker, controller.signal);
  } catch (error) {
    const answer = controller.signal.aborted
      ? lost(code, 'No answer came in the time it had.')
      : answerToFailure(error);
    return { kind: 'failure', answer };
  } finally {
    cancelTimer();
    forget();
  }
}

async function request(question: Question, asker: Asker, signal: AbortSignal): Promise<Reply> {
  const { sdk, language, idempotencyKey } = asker;
  switch (question.kind) {
    case 'send':
      return { kind: 'payload', payload: await send(question.target, asker, signal) };
    case 'look': {
      const asked = sdk.CancellationByKey({ idempotencyKey, language }, {}, signal);
      return { kind: 'record', record: await fieldOf('cancellationByKey', asked) };
    }
    case 'follow': {
      const asked = sdk.Cancellation({ id: question.id, language }, {}, signal);
      return { kind: 'record', record: await fieldOf('cancellation', asked) };
    }
  }
}

function send(target: Target, { sdk, idempotencyKey, language }: Asker, signal: AbortSignal): Promise<Payload> {
  if (target.kind === 'payment') {
    const input = { ...target.input, idempotencyKey };
    return fieldOf('cancelPayment', sdk.CancelPayment({ input, language }, {}, signal));
  }
  const input = { ...target.input, idempotencyKey };
  return fieldOf('cancelOrder', sdk.CancelOrder({ input, language }, {}, signal));
}

/** The answer counts where it is there, whatever `errors` says of a field below it, such as a history that was not read. */
async function fieldOf<Data, Field extends keyof Data>(field: Field, asked: Promise<Data>): Promise<Data[Field]> {
  try {
    return (await asked)[field];
  } catch (error) {
    const data = error instanceof ClientError ? (error.response.data as Partial<Data> | null | undefined) : null;
    const value = data?.[field];
    if (value === undefined || value === null) throw error;
    return value;
  }
}

function lost(code: string, message: string): Answer {
  return { kind: 'lost', problem: { code, message }, retryAfterMs: null };
}
