import { Agent, request } from 'undici';
import type { Answer, Kind } from './history.ts';

const fields = 'outcome nextAction errorCode retryAfterMs';
const documents = {
  payment: `mutation ($id: ID!, $key: String!) {
    answer: cancelPayment(input: { paymentId: $id, idempotencyKey: $key }) { ${fields} cancellation { id } } }`,
  order: `mutation ($id: ID!, $key: String!) {
    answer: cancelOrder(input: { orderId: $id, idempotencyKey: $key }) { ${fields} cancellation { id } } }`,
  follow: `query ($key: String!) { answer: cancellationByKey(idempotencyKey: $key) { id ${fields} } }`,
};
/** The gateway answers within 8 s; later than this nobody waits. */
const clientTimeoutMs = 15_000;

/** A payload, or a record of which `id` is its own. */
type Shown = Omit<Answer, 'cancellationId'> & { id?: string; cancellation?: { id: string } | null };

/** The gateway as its clients see it. */
export class Wire {
  readonly #agent = new Agent({
    connections: 2_048,
    pipelining: 1,
    headersTimeout: clientTimeoutMs,
    bodyTimeout: clientTimeoutMs,
  });

  cancel(url: string, kind: Kind, id: string, key: string): Promise<Answer> {
    return this.#one(url, kind === 'order' ? documents.order : documents.payment, { id, key });
  }

  /** Null when no such key was ever accepted. */
  follow(url: string, key: string): Promise<Answer | null> {
    return this.#one(url, documents.follow, { key });
  }

  /** Many records with one request, in the order of their keys. */
  async followAll(url: string, keys: readonly string[]): Promise<(Answer | null)[]> {
    const each = keys.map(
      (key, n) => `a${n}: cancellationByKey(idempotencyKey: ${JSON.stringify(key)}) { id ${fields} }`,
    );
    const data = await this.#ask(url, `{ ${each.join(' ')} }`, {});
    return keys.map((_, n) => answerOf(data[`a${n}`] ?? null));
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  async #one<A extends Answer | null>(url: string, query: string, variables: object): Promise<A> {
    const { answer = null } = await this.#ask(url, query, variables);
    return answerOf(answer) as A;
  }

  async #ask(url: string, query: string, variables: object): Promise<Record<string, Shown | null>> {
    const { body } = await request(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
      dispatcher: this.#agent,
    });
    const { data, errors } = (await body.json()) as { data?: Record<string, Shown | null>; errors?: object[] };
    if (data === undefined || errors !== undefined) throw new Unexpected(JSON.stringify(errors));
    return data;
  }
}

/** An answer that no client should ever see, unlike a connection that broke. */
export class Unexpected extends Error {}

function answerOf(shown: Shown | null): Answer | null {
  if (shown === null) return null;
  const { outcome, nextAction, errorCode, retryAfterMs } = shown;
  return { outcome, nextAction, errorCode, retryAfterMs, cancellationId: shown.id ?? shown.cancellation?.id ?? null };
}
