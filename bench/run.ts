import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

/**
 * `npm run bench`: builds the gateway, installs what the bench measures with, compiles the bench, so that no server pays for
 * a loader, and runs it. `--quick` installs no products, which alone are ten times as much as everything else.
 */
const root = join(import.meta.dirname, '..');
const options = process.argv.slice(2);
const install = ['ci', '--prefix', 'bench', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'];

function run(program: string, args: readonly string[]): void {
  execFileSync(program, args, { cwd: root, stdio: 'inherit' });
}

run('npm', ['run', 'build']);
if (options.includes('--quick')) run('npm', [...install, '--omit=dev']);
else if (spawnSync('npm', install, { cwd: root, stdio: 'inherit' }).status !== 0) {
  console.log('GraphQL Mesh and Hive Gateway do not install here: the rest is measured without them.');
  run('npm', [...install, '--omit=dev']);
}
run(join(root, 'node_modules/.bin/tsc'), ['-p', 'bench']);
rmSync(join(root, 'bench/dist'), { recursive: true, force: true });
buildSync({
  absWorkingDir: root,
  entryPoints: [
    'bench/main.ts',
    'bench/machine/other-side.ts',
    'bench/machine/probe.ts',
    'bench/machine/replace.ts',
    'bench/servers/*.ts',
  ],
  outbase: 'bench',
  outdir: 'bench/dist',
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'error',
});
const { status } = spawnSync(process.execPath, ['bench/dist/main.js', ...options], { cwd: root, stdio: 'inherit' });
process.exitCode = status ?? 1;
