import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { temporaryDirectory } from '../temporary-directory.ts';
import { command, finalStage, textsOf } from './dockerfile.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);

/**
 * A folder with what the image has in /app, made by the commands of the Dockerfile. A file is compiled without a look at any
 * other (`isolatedModules`), so that the build writes the same without checking the types, which `npm run types` does.
 */
export async function buildImageFolder(): Promise<string> {
  const folder = temporaryDirectory('image');
  for (const name of ['package.json', 'package-lock.json']) copyFileSync(join(root, name), join(folder, name));
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
  const outDir = join(folder, 'dist');
  const unchecked = ['--noCheck', '--noResolve'];
  await Promise.all([
    run(process.execPath, [tsc, '-p', 'tsconfig.build.json', ...unchecked, '--outDir', outDir], { cwd: root }),
    run(process.execPath, [tsx, 'scripts/bundle.ts', join(outDir, 'bundle')], { cwd: root }),
    run('npm', ['ci', '--omit=dev', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'], {
      cwd: folder,
    }),
  ]);
  for (const name of ['emulator', 'pages', 'playground.js', 'playground.js.map']) {
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

interface User {
  readonly uid: number;
  readonly gid: number;
}

/** The user that the image runs as; null where this process may not become another one. */
export const imageUser: User | null =
  process.getuid?.() === 0 ? userOf(textsOf('USER', finalStage).at(-1) ?? '') : null;

function userOf(text: string): User {
  const [uid, gid] = text.split(':').map(Number);
  if (!uid || !gid) throw new Error('The Dockerfile names no user by number.');
  return { uid, gid };
}

/** Has the folder of the image be read by everybody and written by nobody; answers another one that is the user's own. */
export async function makeReadOnly(folder: string): Promise<string> {
  await run('chmod', ['-R', 'a-w,a+rX', folder]);
  const data = temporaryDirectory('data');
  if (imageUser !== null) chownSync(data, imageUser.uid, imageUser.gid);
  return data;
}

/** So that it can be deleted. */
export async function makeWritable(folder: string): Promise<void> {
  await run('chmod', ['-R', 'u+w', folder]);
}

/** The command of the Dockerfile, with these variables and no other. */
export function startImage(folder: string, env: NodeJS.ProcessEnv, user: User | null = null): Started {
  const stdio: ['ignore', 'pipe', 'pipe'] = ['ignore', 'pipe', 'pipe'];
  const child = spawn(process.execPath, command.slice(1), { cwd: folder, env, stdio, ...user });
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
