import type { Work } from './asks/work.ts';
import type { Results } from './measure/run.ts';
import type { Whole } from './measure/variant.ts';
import type { VariantId } from './variants/all.ts';

/** A promise of speed, and how it is read out of the results; undefined where something of it was not measured. */
export interface Figure {
  readonly name: string;
  of(results: Results): number | undefined;
  readonly unit: ' x' | ' MB' | ' ms' | '';
  readonly most?: number;
  readonly least?: number;
  /** Better than promised. */
  readonly stretch?: number;
}

export const figures: readonly Figure[] = [
  { name: 'read, beside the raw proxy', of: cost('gateway', 'read'), unit: ' x', most: 1.5, stretch: 1.25 },
  {
    name: 'read, beside mercurius + jit with JWT, limit and log',
    of: dearer('mercurius-guarded', 'read'),
    unit: ' x',
    most: 1.35,
  },
  { name: 'read at GraphQL Mesh, beside ours', of: cheaper('mesh', 'read'), unit: ' x', least: 3.5 },
  { name: 'read at Hive Gateway, beside ours', of: cheaper('hive', 'read'), unit: ' x', least: 3.5 },
  { name: 'read at express + SDK, beside ours', of: cheaper('express-sdk', 'read'), unit: ' x', least: 4 },
  { name: 'read at Apollo + RESTDataSource, beside ours', of: cheaper('apollo', 'read'), unit: ' x', least: 2.5 },
  { name: 'cancel, beside the raw proxy', of: cost('gateway', 'cancel'), unit: ' x', most: 2.5 },
  { name: 'cancel without the durable record', of: cost('gateway-without-record', 'cancel'), unit: ' x', most: 1.6 },
  { name: 'cancel at GraphQL Mesh, beside ours', of: cheaper('mesh', 'cancel'), unit: ' x', least: 2 },
  { name: 'cancel at Hive Gateway, beside ours', of: cheaper('hive', 'cancel'), unit: ' x', least: 2 },
  { name: 'cancel at express + SDK, beside ours', of: cheaper('express-sdk', 'cancel'), unit: ' x', least: 2 },
  { name: 'error, beside a read that succeeds', of: oneBesideAnother('error', 'read'), unit: ' x', most: 1.2 },
  { name: '{ __typename }, beside a raw read', of: cost('gateway', 'floor'), unit: ' x', most: 1, stretch: 0.5 },
  { name: 'list, a payment, beside a raw read', of: cost('gateway', 'list'), unit: ' x', most: 0.5 },
  { name: 'bulk, a payment, beside a raw cancel', of: cost('gateway', 'bulk'), unit: ' x', most: 0.5 },
  { name: 'sockets of a list', of: sockets('list'), unit: '', most: 64 },
  { name: 'sockets of a bulk', of: sockets('bulk'), unit: '', most: 64 },
  { name: "added p50 at low load, beside raw's", of: whole(addedP50), unit: ' x', most: 1.2 },
  {
    name: "p99 at low load, beside raw's",
    of: whole(({ latencies: { raw, variant } }) => variant.p99 / raw.p99),
    unit: ' x',
    most: 1.5,
  },
  {
    name: 'reads at the provider for each of 64 concurrent ones',
    of: whole(({ sharedReads }) => sharedReads),
    unit: '',
    most: 0.05,
  },
  { name: 'memory, the most', of: whole(({ memory }) => memory.most), unit: ' MB', most: 150 },
  {
    name: 'memory after all reads, beside a tenth of them',
    of: whole(({ memory }) => memory.late / memory.early),
    unit: ' x',
    most: 1.1,
  },
  { name: 'ready, beside Apollo + RESTDataSource', of: readyBeside('apollo'), unit: ' x', most: 1.1 },
  { name: 'ready', of: whole(({ coldStartMs }) => coldStartMs.median), unit: ' ms', stretch: 350 },
  {
    name: 'forty members of a union, beside eight',
    of: cost('gateway-forty-members', 'forty members'),
    unit: ' x',
    most: 1.15,
  },
  {
    name: 'read with 1 000 more types, beside without',
    of: cost('gateway-more-types', 'read'),
    unit: ' x',
    most: 1.15,
  },
  { name: 'unseen documents, beside Apollo without jit', of: dearer('apollo', 'unseen'), unit: ' x', most: 1.1 },
];

type Read = Figure['of'];

function cost(id: VariantId, work: Work): Read {
  return ({ variants }) => variants[id]?.costs[work]?.multiple.median;
}

/** How many times ours another is. */
function cheaper(id: VariantId, work: Work): Read {
  return (results) => ratio(cost(id, work)(results), cost('gateway', work)(results));
}

/** How many times another ours is. */
function dearer(id: VariantId, work: Work): Read {
  return (results) => ratio(cost('gateway', work)(results), cost(id, work)(results));
}

/** One work of the gateway beside another of it. */
function oneBesideAnother(work: Work, other: Work): Read {
  return (results) => ratio(cost('gateway', work)(results), cost('gateway', other)(results));
}

function sockets(work: Work): Read {
  return ({ variants }) => variants.gateway?.costs[work]?.sockets;
}

function whole(of: (measured: Whole) => number): Read {
  return ({ variants }) => (variants.gateway?.whole ? of(variants.gateway.whole) : undefined);
}

function addedP50({ latencies: { direct, raw, variant } }: Whole): number {
  return (variant.p50 - direct.p50) / (raw.p50 - direct.p50);
}

function readyBeside(id: VariantId): Read {
  const readyMs = ({ variants }: Results, of: VariantId) => variants[of]?.whole?.coldStartMs.median;
  return (results) => ratio(readyMs(results, 'gateway'), readyMs(results, id));
}

function ratio(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : one / other;
}
