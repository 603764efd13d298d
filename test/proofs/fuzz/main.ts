import { parseArgs } from 'node:util';
import { buildSchema } from '../../../src/graphql/server/schema.ts';
import { providerDefinitions } from '../../../src/providers/registry.ts';
import { Cancels } from './cancels.ts';
import { complaintAbout } from './check.ts';
import { Memory } from './memory.ts';
import { requestOf } from './requests.ts';
import { startScene } from './scene.ts';

/**
 * `npm run fuzz`: 20 000 requests that the schema's own grammar makes, right, nearly right and hostile, at a gateway of its own.
 * `-- --requests 1000000` sends more, `-- --seed 7 --only 123` one of them, and prints it. Exits with 1 on any complaint.
 */
const { values: options } = parseArgs({
  options: { requests: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string' } },
});
const seed = Number(options.seed ?? Date.now() % 1_000_000);
const total = Number(options.requests ?? 20_000);
const atOnce = 16;
const perBatch = 400;
const batchesPerSample = 5;
const mostComplaints = 20;
const mostGrowth = 0.1;
/** What the system lends a process goes up and down by more than a leak of a minute: it tells something of a long run only. */
const longRun = 200_000;

const schema = buildSchema(providerDefinitions);
const scene = await startScene();
const complaints: string[] = [];
const statuses = new Map<number | 'none', number>();
const cancels = new Cancels();

async function sendOne(n: number): Promise<void> {
  const request = requestOf(schema, seed, n);
  const answer = await scene.send(request).catch((error: unknown) => String(error));
  if (typeof answer === 'string') {
    // A body that is too long is answered while it is still being sent, and the connection ends.
    if (!isTooLong(request)) complaints.push(`request ${n}: ${answer}`);
    return;
  }
  cancels.asked(n, request, answer);
  const status = answer?.status ?? 'none';
  statuses.set(status, (statuses.get(status) ?? 0) + 1);
  const complaint = answer === null ? null : complaintAbout(answer, scene.secrets);
  if (complaint !== null) complaints.push(`request ${n} ${complaint}`);
  if (options.only !== undefined) console.log(request, answer);
}

function isTooLong({ sent }: ReturnType<typeof requestOf>): boolean {
  return sent.kind === 'http' && Buffer.byteLength(sent.body ?? '') > 64 * 1_024;
}

async function sendBatch(from: number, to: number): Promise<void> {
  let next = from;
  const work = async () => {
    while (next < to) await sendOne(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

/** What the gateway logged as a bug, however it answered. */
function bugsLogged(from: number): string[] {
  return scene.gateway.log.slice(from).filter((line) => /"event":"(unexpectedError|storeFailed|storeDied)"/.test(line));
}

const memory = new Memory(scene.gateway.child);
const startedAt = performance.now();
let done = 0;
if (options.only !== undefined) await sendOne(Number(options.only));
else {
  let lines = 0;
  for (
    ;
    done < total && complaints.length < mostComplaints && scene.gateway.child.exitCode === null;
    done += perBatch
  ) {
    await scene.renewTokens();
    await sendBatch(done, Math.min(done + perBatch, total));
    if ((done / perBatch) % batchesPerSample === 0) await memory.sample(done);
    complaints.push(...cancels.complaints(scene.emulator.requests), ...bugsLogged(lines));
    lines = scene.gateway.log.length;
    scene.emulator.reset();
  }
}
const died = scene.gateway.child.exitCode !== null;
await scene.close();

const seconds = (performance.now() - startedAt) / 1_000;
const { heapMiB, residentMiB, heapGrowth, residentGrowth } = memory.trend();
if (died) complaints.push('The gateway ended.');
if (heapGrowth > mostGrowth) complaints.push('Its heap grows.');
if (residentGrowth > mostGrowth && total >= longRun) complaints.push('Its memory grows.');
console.log(`seed ${seed}: ${Math.min(done, total)} requests in ${seconds.toFixed(0)} s`);
console.log(
  [...statuses]
    .sort()
    .map(([status, count]) => `${status}: ${count}`)
    .join(', '),
);
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
console.log(
  `${cancels.sent} cancels sent; over the second half ${percent(heapGrowth)} more heap (${heapMiB.toFixed(1)} MiB), ${percent(residentGrowth)} more resident (${residentMiB.toFixed(0)} MiB)`,
);
for (const complaint of complaints.slice(0, mostComplaints)) console.error(complaint);
console.log(`${complaints.length} complaints; npm run fuzz -- --seed ${seed} --only n sends one request again`);
process.exit(complaints.length === 0 ? 0 : 1);
