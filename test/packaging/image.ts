import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { temporaryDirectory } from '../temporary-directory.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);

/** A folder with what the image has in /app, made by the commands of the Dockerfile. */
export async function buildImageFolder(): Promise<string> {
  const folder = temporaryDirectory('image');
  for (const name of ['package.json', 'package-lock.json']) copyFileSync(join(root, name), join(folder, name));
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const outDir = join(folder, 'dist');
  await Promise.all([
    run(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', outDir], { cwd: root }),
    run('npm', ['ci', '--omit=dev', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'], {
      cwd: folder,
    }),
  ]);
  for (const name of ['emulator', 'playground.js', 'playground.js.map']) {
    rmSync(join(outDir, name), { recursive: true });
  }
  return folder;
}

export interface Started {
  readonly process: ChildProcess;
  readonly exitCode: Promise<number | null>;
  readonly stderr: Promise<string>;
  /** What the first line of its log says. */
  firstLine(): Promise<Record<string, unknown>>;
}

/** `node dist/main.js`, with these variables and no other. */
export function startImage(folder: string, env: NodeJS.ProcessEnv): Started {
  const child = spawn(process.execPath, ['dist/main.js'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const lines = createInterface({ input: child.stdout });
  const first = once(lines, 'line').then(([line]) => JSON.parse(line));
  // A process that refuses to start writes no line, and its test asks for none.
  first.catch(() => undefined);
  return {
    process: child,
    exitCode: once(child, 'exit').then(([code]) => code),
    stderr: text(child.stderr),
    firstLine: () => first,
  };
}

/** The exit code of a program that gets these variables and no other. */
export async function exitCodeOf([program, ...args]: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const path = program === 'node' ? process.execPath : (program ?? '');
  const [code] = await once(spawn(path, args, { env, stdio: 'ignore' }), 'exit');
  return code;
}
