import type { RecordedRequest } from '../../../src/emulator/index.ts';
import { type Answer, textOf } from '../../hostile/send.ts';
import type { FuzzRequest } from './requests.ts';
import { ownIds } from './values.ts';

/** Holds what providers were sent against what the callers were told: nothing is sent for a request that was refused. */
export class Cancels {
  /** Which request an id belongs to, of those that may cancel. */
  readonly #owners = new Map<string, number>();
  /** The requests that were not refused. */
  readonly #heard = new Set<number>();
  sent = 0;

  asked(n: number, { bearer, sent }: FuzzRequest, answer: Answer | null): void {
    if (bearer !== 'cancels') return;
    // A hostile value may happen to be an id: 9007199254740993, as text, is one of a payment.
    const written = textOf(sent).match(/\b[\dA-Z]{8,32}\b/g) ?? [];
    for (const id of [...ownIds(n), ...written]) this.#owners.set(id, n);
    if (answer?.status === 200 && /"data":\{/.test(answer.text)) this.#heard.add(n);
  }

  /** A sentence for each cancel that nobody may have caused. */
  complaints(requests: readonly RecordedRequest[]): string[] {
    const cancels = requests.filter(({ method }) => method !== 'GET');
    this.sent += cancels.length;
    return cancels.flatMap(({ method, path }) => {
      const owner = path
        .split(/[/?]/)
        .map((part) => this.#owners.get(part))
        .find((n) => n !== undefined);
      if (owner !== undefined && this.#heard.has(owner)) return [];
      return [
        owner === undefined
          ? `${method} ${path} was sent for nobody`
          : `request ${owner}: ${method} ${path} was sent, though it was refused`,
      ];
    });
  }
}
