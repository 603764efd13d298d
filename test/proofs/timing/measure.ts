import type { Random } from '../../doubles/random.ts';
import type { Pair } from './gap.ts';

/** One way to ask, of what is somebody else's and of what there is none of. */
export interface Question {
  readonly name: string;
  readonly document: string;
  readonly foreign: string;
  readonly missing: string;
}

/** As a shopper asks it; the time of the answer, and the answer without what no two share. */
export type Ask = (document: string, id: string) => Promise<{ readonly ms: number; readonly text: string }>;

/** Asks the same shopper's two questions again and again, either of them first as chance has it. */
export async function measure(question: Question, pairs: number, ask: Ask, random: Random): Promise<Pair[]> {
  const { document, foreign, missing } = question;
  const measured: Pair[] = [];
  for (let n = 0; n < pairs; n++) {
    const foreignFirst = random.chance(0.5);
    const first = await ask(document, foreignFirst ? foreign : missing);
    const second = await ask(document, foreignFirst ? missing : foreign);
    if (first.text !== second.text) throw new Error(`${question.name}: ${first.text} is not ${second.text}`);
    measured.push(foreignFirst ? { foreign: first.ms, missing: second.ms } : { foreign: second.ms, missing: first.ms });
  }
  return measured;
}

/** Asks over HTTP, on one connection. */
export function asking(url: string, authorization: string): Ask {
  return async (query, id) => {
    const body = JSON.stringify({ query, variables: { id } });
    const begun = performance.now();
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body,
    });
    const text = await response.text();
    const ms = performance.now() - begun;
    if (response.status !== 200) throw new Error(`HTTP ${response.status}: ${text}`);
    return {
      ms,
      text: text
        .replaceAll(id, 'ID')
        .replace(/"requestId":"[^"]*"/g, '')
        .replace(/"idempotencyKey":"[^"]*"/g, ''),
    };
  };
}
