import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Work } from '../asks/work.ts';
import type { Bench } from '../machine/bench.ts';
import type { Plan } from '../plan.ts';
import type { Variant } from '../variants/variant.ts';
import { checked } from './wrong-answers.ts';

/** Where the CPU time of one kind of work goes: shares of the whole, by room of ours, by package, and by part of Node. */
export type Profile = ReadonlyMap<string, number>;

/** What `--cpu-prof` writes, as far as it is read here. */
interface CpuProfile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: { functionName: string; url: string } }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** Every thread of a fresh process is watched. The warm-up is in it too, and so the time spent on compiling. */
export async function measureProfile(bench: Bench, variant: Variant, work: Work, plan: Plan): Promise<Profile> {
  const folder = mkdtempSync(join(tmpdir(), 'gateway-profile-'));
  const server = await bench.start(variant, 'variant', ['--cpu-prof', '--cpu-prof-dir', folder]);
  const until = { requests: plan.profiledRequests };
  checked(
    `${work}, profiled`,
    await bench.load({ kind: 'flood', endpoint: server.endpoint, work, until, awake: true }),
  );
  await server.end();
  const profiles = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
  rmSync(folder, { recursive: true });
  return sharesOf(profiles);
}

function sharesOf(profiles: readonly CpuProfile[]): Profile {
  const micros = new Map<string, number>();
  for (const { nodes, samples, timeDeltas } of profiles) {
    const areas = new Map(nodes.map(({ id, callFrame }) => [id, areaOf(callFrame)]));
    for (const [at, id] of samples.entries()) {
      const area = areas.get(id);
      if (area !== undefined && area !== null) micros.set(area, (micros.get(area) ?? 0) + (timeDeltas[at] ?? 0));
    }
  }
  const total = [...micros.values()].reduce((sum, value) => sum + value, 0);
  const shares = [...micros].map(([area, value]): [string, number] => [area, value / total]);
  return new Map(shares.sort(([, one], [, other]) => other - one));
}

/** Null for the time in which nothing was to do. */
function areaOf({ functionName, url }: { functionName: string; url: string }): string | null {
  if (functionName === '(idle)') return null;
  if (url === '') return functionName.startsWith('(') ? functionName : 'V8 and native code';
  if (url.startsWith('node:')) return 'Node';
  const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url) ?? [];
  if (name !== undefined) return name;
  const [, room] = /\/dist\/((?:[^/]+\/)*)[^/]+$/.exec(url) ?? [];
  return room === undefined ? url : `our ${room === '' ? 'root' : room}`;
}
