import { readFileSync } from 'node:fs';

const mebibyte = 1_024 * 1_024;

/** The resident memory of a process, read again and again. */
export class Memory {
  readonly #pid: number;
  readonly #samples: { readonly requests: number; readonly bytes: number }[] = [];

  constructor(pid: number) {
    this.#pid = pid;
  }

  sample(requests: number): void {
    const [, kibibytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.#pid}/status`, 'utf8')) ?? [];
    this.#samples.push({ requests, bytes: Number(kibibytes) * 1_024 });
  }

  /**
   * The line of least squares through what was measured after the warm-up, the first half: where it ends, in MiB, and by
   * how much of its beginning it has grown.
   */
  trend(): { readonly endMiB: number; readonly growth: number } {
    const measured = this.#samples.slice(Math.floor(this.#samples.length / 2));
    const [x, y] = [mean(measured.map(({ requests }) => requests)), mean(measured.map(({ bytes }) => bytes))];
    const spread = measured.reduce((sum, { requests }) => sum + (requests - x) ** 2, 0);
    const slope = measured.reduce((sum, { requests, bytes }) => sum + (requests - x) * (bytes - y), 0) / (spread || 1);
    const at = (requests: number) => y + slope * (requests - x);
    const [begin, end] = [at(measured[0]?.requests ?? 0), at(measured.at(-1)?.requests ?? 0)];
    return { endMiB: end / mebibyte, growth: (end - begin) / begin };
  }
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
}
