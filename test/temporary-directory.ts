import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Tells the processes of a run where its files lie. */
const variable = 'RUN_DIRECTORY';
const memoryVariable = 'RUN_MEMORY_DIRECTORY';

/** Where Linux keeps files in memory, and the room that a run wants there; a container may have little. */
const memory = '/dev/shm';
const tmpfs = 0x0102_1994;
const roomWanted = 2 * 1024 ** 3;

/** An empty directory. It is deleted, with all that is in it, when the process that began the run exits. */
export function temporaryDirectory(name: string): string {
  return mkdtempSync(join(runDirectory(), `${name}-`));
}

/** The same in memory, where the machine has room for it: for files that are not to wait for a disk. */
export function memoryDirectory(name: string): string {
  runDirectory();
  return mkdtempSync(join(process.env[memoryVariable] ?? runDirectory(), `${name}-`));
}

/** Where the files of the run lie. */
export function runDirectory(): string {
  return process.env[variable] ?? begin();
}

/** All places where files of the run lie. */
export function runDirectories(): string[] {
  return [...new Set([runDirectory(), process.env[memoryVariable] ?? runDirectory()])];
}

/** What a process of the run has in its environment, so that its files lie there too, also if it is killed. */
export function runEnvironment(): NodeJS.ProcessEnv {
  const directory = runDirectory();
  return { [variable]: directory, [memoryVariable]: process.env[memoryVariable] ?? directory };
}

/** Vitest calls this before its workers exist; a script begins its run with the first directory that it wants. */
export function setup(): void {
  begin();
}

function begin(): string {
  const directory = beginIn(tmpdir());
  process.env[variable] = directory;
  process.env[memoryVariable] = hasRoomInMemory() ? beginIn(memory) : directory;
  return directory;
}

function hasRoomInMemory(): boolean {
  if (!existsSync(memory)) return false;
  const { type, bavail, bsize } = statfsSync(memory);
  return type === tmpfs && bavail * bsize >= roomWanted;
}

function beginIn(parent: string): string {
  const directory = mkdtempSync(join(parent, 'cancellation-gateway-'));
  // PostgreSQL runs as a user of its own, who has to pass through.
  chmodSync(directory, 0o711);
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
  return directory;
}
