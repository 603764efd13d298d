import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** What a process has in memory, in bytes, and has used of a processor, in milliseconds. Linux alone tells it so. */
export function figuresOf(pid: number): { readonly memory: number; readonly cpuMs: number } {
  const resident = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const [user, system] = fields.split(' ').slice(11, 13).map(Number);
  return { memory: Number(resident) * 1_024, cpuMs: (((user ?? 0) + (system ?? 0)) * 1_000) / ticksPerSecond };
}
