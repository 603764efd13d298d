import { ClientError } from 'graphql-request';
import type { Answer, Question, Target } from './answer.ts';
import { answerToFailure, unsent } from './failure.ts';
import type { Language, Sdk } from './generated/sdk.ts';
import { knownFromCancellation, knownFromPayload } from './known.ts';
import type { Clock } from './options.ts';
import type { Stop } from './stop.ts';

export interface Asker {
  readonly sdk: Sdk;
  /** The signals of the requests that were handed to `fetch`: these may arrive, whatever becomes of the answer. */
  readonly departed: WeakSet<AbortSignal>;
  readonly clock: Clock;
  readonly idempotencyKey: string;
  readonly language: Language;
  readonly stop: Stop;
}

/** The gateway answers a cancel within eight seconds and a read within nine. */
const requestTimeoutMs = 10_000;

/** Asks once. It never throws: what was not answered is an answer too. */
export async function ask(question: Question, asker: Asker): Promise<Answer> {
  const controller = new AbortController();
  const { signal } = controller;
  let code = 'GIVEN_UP';
  const cancelTimer = asker.clock.after(requestTimeoutMs, () => {
    code = 'NO_ANSWER_IN_TIME';
    controller.abort();
  });
  const forget = asker.stop.onEnd(() => controller.abort());
  try {
    return answerFrom(question, await unlessAborted(request(question, asker, signal), signal));
  } catch (error) {
    if (!signal.aborted) return answerToFailure(error, asker.clock.now());
    if (!asker.departed.has(signal)) return unsent('No headers came in the time they had.');
    return lost(code, 'No answer came in the time it had.');
  } finally {
    cancelTimer();
    forget();
  }
}

function answerFrom(question: Question, value: unknown): Answer {
  if (value === null && question.kind !== 'send') return { kind: 'absent' };
  const known = question.kind === 'send' ? knownFromPayload(value) : knownFromCancellation(value);
  return known === null ? lost('UNREADABLE_ANSWER', 'The answer is not in the contract.') : { kind: 'told', known };
}

/** The root field of what came. */
function request(question: Question, asker: Asker, signal: AbortSignal): Promise<unknown> {
  const { sdk, language, idempotencyKey } = asker;
  switch (question.kind) {
    case 'send':
      return send(question.target, asker, signal);
    case 'look':
      return fieldOf('cancellationByKey', sdk.CancellationByKey({ idempotencyKey, language }, {}, signal));
    case 'follow':
      return fieldOf('cancellation', sdk.Cancellation({ id: question.id, language }, {}, signal));
  }
}

function send(target: Target, { sdk, idempotencyKey, language }: Asker, signal: AbortSignal): Promise<unknown> {
  if (target.kind === 'payment') {
    const input = { ...target.input, idempotencyKey };
    return fieldOf('cancelPayment', sdk.CancelPayment({ input, language }, {}, signal));
  }
  const input = { ...target.input, idempotencyKey };
  return fieldOf('cancelOrder', sdk.CancelOrder({ input, language }, {}, signal));
}

/** The answer counts where it is there, whatever `errors` says of a field below it, such as a history that was not read. */
async function fieldOf<Data extends object>(field: keyof Data, asked: Promise<Data>): Promise<unknown> {
  try {
    const data: Partial<Data> | null | undefined = await asked;
    return data?.[field];
  } catch (error) {
    const data = error instanceof ClientError ? (error.response.data as Partial<Data> | null | undefined) : null;
    const value = data?.[field];
    if (value === undefined || value === null) throw error;
    return value;
  }
}

/** Does not wait for what ignores its signal, such as the app's own headers. */
function unlessAborted<Value>(waited: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(new Error('It was given up.'));
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp);
    waited.then(resolve, reject);
  });
}

function lost(code: string, message: string): Answer {
  return { kind: 'lost', problem: { code, message }, retryAfterMs: null };
}
