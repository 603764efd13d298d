import type { Clock } from '../../client/src/options.ts';

/** As much of a cancel payload or of a cancellation as the tests go by. */
interface RootField {
  readonly nextAction?: string;
  readonly retryAfterMs?: number | null;
  readonly errorCode?: string | null;
}

/** One request of the client, as it was sent, and the root field of what came back. */
export interface Sent {
  readonly operation: string;
  readonly variables: {
    readonly input?: Record<string, unknown>;
    readonly idempotencyKey?: string;
    readonly id?: string;
  };
  readonly authorization: string | null;
  readonly at: number;
  answer: RootField | null;
  answeredAt: number;
}

/** The platform's fetch, which remembers what it did. `instead` answers, or fails, in its place, or lets it pass by null. */
export function recordedFetch(
  clock: Clock,
  instead: (sent: Sent, send: () => Promise<Response>, signal: AbortSignal) => Promise<Response> | null = () => null,
) {
  const sent: Sent[] = [];
  const recorded: typeof fetch = async (input, init) => {
    const { operationName, variables } = JSON.parse(String(init?.body));
    const authorization = new Headers(init?.headers).get('authorization');
    const one: Sent = {
      operation: operationName,
      variables,
      authorization,
      at: clock.now(),
      answer: null,
      answeredAt: 0,
    };
    sent.push(one);
    const send = () => fetch(input, init);
    const response = await (instead(one, send, init?.signal ?? new AbortController().signal) ?? send());
    const [text, { status, headers }] = [await response.text(), response];
    one.answeredAt = clock.now();
    one.answer = rootOf(text);
    return new Response(text, { status, headers });
  };
  return { fetch: recorded, sent };
}

function rootOf(text: string): Sent['answer'] {
  if (!text.startsWith('{')) return null;
  const [root = null] = Object.values<RootField | null>(JSON.parse(text).data ?? {});
  return root;
}

/** Whether a request was a cancel, rather than a look. */
export const isCancel = ({ operation }: Sent): boolean => operation === 'CancelPayment' || operation === 'CancelOrder';
