import type { Cell } from '../rows/matrix.ts';
import { mostOverTls, type Speed } from '../speed.ts';
import { runCell } from './cell.ts';
import { startChild } from './child-gateway.ts';
import { runCrashes } from './crash.ts';
import { startGateway } from './gateway.ts';
import { Lane, type LaneOptions } from './lane.ts';
import { makeCertificates } from './tls-front.ts';

export interface Result {
  readonly cell: Cell;
  readonly violations: readonly string[];
}

export interface Pass {
  readonly speed: Speed;
  /** Gateways that work through the cells side by side: two at least, one of them for the cells that heal. */
  readonly lanes: number;
}

/** What a cell needs: a lane of one kind, or processes to kill. */
const kinds = ['plain', 'healing', 'resolver', 'tls', 'crash'] as const;
type Kind = (typeof kinds)[number];

/** Runs cells over as many lanes as the pass allows, in each one after the other. */
export async function runCells(cells: readonly Cell[], { speed, lanes }: Pass): Promise<Result[]> {
  const of = (kind: Kind) => cells.filter((cell) => kindOf(cell) === kind);
  const inProcess = {
    speed,
    reconciling: false,
    start: (setup: Parameters<typeof startGateway>[0]) => startGateway(setup),
  };
  const healing = Math.ceil(lanes / 3);
  const results = await Promise.all([
    runGroup(of('plain'), { ...inProcess, transport: 'plain' }, lanes - healing),
    runGroup(of('healing'), { ...inProcess, transport: 'plain', reconciling: true }, healing),
    // The resolver is one for the whole process.
    runGroup(of('resolver'), { ...inProcess, transport: 'resolver' }, 1),
    runOverTls(of('tls'), Math.min(speed, mostOverTls)),
    runCrashes(of('crash'), speed),
  ]);
  return results.flat();
}

function kindOf({ variant, mode }: Cell): Kind {
  if (mode === 'crash') return 'crash';
  if (variant.transport !== 'plain') return variant.transport;
  return mode === 'heals' ? 'healing' : 'plain';
}

/** In a process of its own, since only a new process can be made to trust an authority. */
async function runOverTls(cells: readonly Cell[], speed: Speed): Promise<Result[]> {
  if (cells.length === 0) return [];
  const certificates = makeCertificates();
  const env = { NODE_EXTRA_CA_CERTS: certificates.authority };
  const start: LaneOptions['start'] = (setup) => startChild(setup, env);
  return runGroup(cells, { transport: 'tls', speed, reconciling: false, certificates, start }, 1);
}

async function runGroup(cells: readonly Cell[], options: LaneOptions, lanes: number): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = [...cells];
  const work = async () => {
    if (waiting.length === 0) return;
    const lane = await new Lane(options).open();
    for (let cell = waiting.shift(); cell !== undefined; cell = waiting.shift()) {
      results.push({ cell, violations: await runCell(lane, cell) });
    }
    await lane.close();
  };
  await Promise.all(Array.from({ length: lanes }, work));
  return results;
}
