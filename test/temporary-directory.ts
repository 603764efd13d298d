import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Tells the processes of a run where its files lie. */
const variable = 'RUN_DIRECTORY';

/** An empty directory. It is deleted, with all that is in it, when the process that began the run exits. */
export function temporaryDirectory(name: string): string {
  return mkdtempSync(join(runDirectory(), `${name}-`));
}

/** Where all files of the run lie. */
export function runDirectory(): string {
  return process.env[variable] ?? begin();
}

/** What a process of the run has in its environment, so that its files lie there too, also if it is killed. */
export function runEnvironment(): NodeJS.ProcessEnv {
  return { [variable]: runDirectory() };
}

/** Vitest calls this before its workers exist; a script begins its run with the first directory that it wants. */
export function setup(): void {
  begin();
}

function begin(): string {
  const directory = mkdtempSync(join(tmpdir(), 'cancellation-gateway-'));
  // PostgreSQL runs as a user of its own, who has to pass through.
  chmodSync(directory, 0o711);
  process.env[variable] = directory;
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
  return directory;
}
