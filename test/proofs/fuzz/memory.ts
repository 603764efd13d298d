import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { slopeOf } from '../load/slope.ts';
import type { Sample } from '../soak/figures.ts';

const mebibyte = 1_024 * 1_024;

export interface Trend {
  /** What the heap held at the end, its garbage collected. */
  readonly heapMiB: number;
  readonly residentMiB: number;
  /** By how much of what they were at the beginning of the second half. */
  readonly heapGrowth: number;
  readonly residentGrowth: number;
}

type Measure = 'heapUsed' | 'rss';

/** The memory of a process that was started with the load's probe, read again and again. */
export class Memory {
  readonly #child: ChildProcess;
  readonly #samples: { readonly requests: number; readonly sample: Sample }[] = [];

  constructor(child: ChildProcess) {
    this.#child = child;
  }

  async sample(requests: number): Promise<void> {
    const reply = once(this.#child, 'message');
    this.#child.send({ what: 'sample' });
    this.#samples.push({ requests, sample: (await reply)[0] as Sample });
  }

  /** The first half is the warm-up; through the second goes a line of least squares. */
  trend(): Trend {
    const last = this.#samples.at(-1)?.sample;
    return {
      heapMiB: (last?.heapUsed ?? 0) / mebibyte,
      residentMiB: (last?.rss ?? 0) / mebibyte,
      heapGrowth: this.#growthOf('heapUsed'),
      residentGrowth: this.#growthOf('rss'),
    };
  }

  #growthOf(measure: Measure): number {
    const measured = this.#samples.slice(Math.floor(this.#samples.length / 2));
    if (measured.length < 2) return 0;
    const points = measured.map(({ requests, sample }) => ({ x: requests, y: sample[measure] }));
    const length = (points.at(-1)?.x ?? 0) - (points[0]?.x ?? 0);
    const middle = points.reduce((sum, { y }) => sum + y, 0) / points.length;
    const grown = slopeOf(points) * length;
    return grown / (middle - grown / 2);
  }
}
