import type { LoadReport } from '../load/generator.ts';
import { slopeOf } from '../load/slope.ts';
import { truthFigures } from '../load/truth-figures.ts';
import { atMost, type Figure, plain } from '../outage/table.ts';

/** What the gateway's process is made of, its garbage collected. */
export interface Sample {
  readonly rss: number;
  readonly heapUsed: number;
  readonly handles: number;
  /** Null where the system does not tell. */
  readonly openFiles: number | null;
  readonly unhandledRejections: number;
}

/** A part of the load, and the process at its end, when nothing is on its way. */
export interface Window {
  readonly atSeconds: number;
  readonly report: LoadReport;
  /** By how many milliseconds the event loop was late. */
  readonly delays: { readonly p99: number; readonly p999: number };
  readonly sample: Sample;
}

export interface Observed {
  readonly perSecond: number;
  readonly loads: readonly LoadReport[];
  readonly windows: readonly Window[];
  readonly first: Sample;
  readonly last: Sample;
  /** Cancels that fared as none may. */
  readonly broken: number;
  readonly bytesPerRecord: number;
  /** A minute says nothing about memory. */
  readonly isLong: boolean;
}

const MB = 2 ** 20;

export function figuresOf(observed: Observed): Figure[] {
  const { loads, windows, first, last, broken, bytesPerRecord, isLong, perSecond } = observed;
  const sum = (of: (report: LoadReport) => number) => loads.reduce((total, report) => total + of(report), 0);
  // The first third still warms up: code is compiled, pools are filled, records come into the cache.
  const steady = windows.slice(Math.floor(windows.length / 3));
  const growth = (of: (sample: Sample) => number) =>
    slopeOf(steady.map(({ atSeconds, sample }) => ({ x: atSeconds / 3_600, y: of(sample) })));
  const settledHeap = steady[0]?.sample.heapUsed ?? Number.NaN;
  const heapDrift = (100 * (last.heapUsed - settledHeap)) / settledHeap;
  return [
    plain('asked for', `${perSecond.toFixed(0)}/s, ${sum(({ sent }) => sent)} in all`),
    plain('served / refused / provider failed', `${sum(served)} / ${sum(shed)} / ${sum(({ failed }) => failed)}`),
    ...truthFigures('F9', loads, broken),
    atMost('F9 unhandled rejections', last.unhandledRejections, 0, '', true, 0),
    atMost('F9 open files more at the end', (last.openFiles ?? 0) - (first.openFiles ?? 0), 2, '', true, 0),
    plain('handles and timers at the start / at the end', `${first.handles} / ${last.handles}`),
    atMost(
      'F9 RSS grows by',
      growth(({ rss }) => rss / MB),
      1,
      ' MB/h',
      false,
      1,
    ),
    plain('RSS at the start / at the end', `${(first.rss / MB).toFixed(0)} / ${(last.rss / MB).toFixed(0)} MB`),
    atMost('F9 heap after collection grew by', heapDrift, 3, ' %', isLong, 1),
    plain('heap after collection grows by', `${growth(({ heapUsed }) => heapUsed / MB).toFixed(1)} MB/h`),
    atMost(
      'F9 event loop late by, p99 of the median window',
      median(windows.map(({ delays }) => delays.p99)),
      20,
      ' ms',
      false,
      1,
    ),
    atMost(
      'F9 event loop late by, p99.9 of the median window',
      median(windows.map(({ delays }) => delays.p999)),
      50,
      ' ms',
      false,
      1,
    ),
    atMost('F9 store, bytes for each cancellation', bytesPerRecord, 1_600, '', false, 0),
  ];
}

const served = (report: LoadReport) => report.served.read + report.served.cancel;
const shed = (report: LoadReport) => report.shed.read + report.shed.cancel;

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
