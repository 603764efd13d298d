import { describe, expect, it } from 'vitest';
import {
  command,
  file,
  finalStage,
  healthCheck,
  imageEnv,
  instructions,
  instructionsOf,
  textsOf,
} from './dockerfile.ts';

it('reads instructions over continued lines and past comments', () => {
  expect(instructionsOf('FROM a AS b\n# no\nENV X=1 \\\n    Y=2\nCMD ["c"]\n')).toEqual([
    { name: 'FROM', text: 'a AS b' },
    { name: 'ENV', text: 'X=1 Y=2' },
    { name: 'CMD', text: '["c"]' },
  ]);
});

describe('the image', () => {
  it('is built and run on node:24-slim', () => {
    expect(textsOf('FROM')).toEqual(['node:24-slim AS build', 'node:24-slim']);
  });

  it('runs as a user who is not root', () => {
    const [user = 'root'] = textsOf('USER', finalStage).slice(-1);
    expect(user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
  });

  it('starts Node itself, without a shell in between', () => {
    const smallHeap = ['--max-semi-space-size=8', '--v8-pool-size=1', '--heap-growing-percent=80'];
    expect(command).toEqual(['node', ...smallHeap, 'dist/bundle/gateway.js']);
    expect(textsOf('ENTRYPOINT', finalStage)).toEqual([]);
  });

  it('checks its own health without a shell', () => {
    expect(healthCheck[0]).toBe('node');
    expect(healthCheck.at(-1)).toContain('/healthz');
  });

  it('carries runtime dependencies only', () => {
    const installs = textsOf('RUN').filter((text) => text.startsWith('npm ci'));
    expect(installs).toEqual(['npm ci --ignore-scripts', 'npm ci --omit=dev --ignore-scripts']);
  });

  it('leaves the emulator, the pages and the playground behind', () => {
    expect(textsOf('RUN')).toContain(
      'npm run build && rm -rf dist/emulator dist/pages dist/playground.js dist/playground.js.map',
    );
    const copies = textsOf('COPY', finalStage);
    expect(copies.every((text) => text.startsWith('--from=build '))).toBe(true);
  });

  it('keeps its store in a volume', () => {
    expect(textsOf('VOLUME', finalStage)).toEqual(['/data']);
    expect(imageEnv['DATABASE_URL']).toMatch(/^file:\/data\//);
  });

  it('is a production image', () => {
    expect(imageEnv['NODE_ENV']).toBe('production');
  });
});

it('the Dockerfile names no credential', () => {
  const settings = instructions.filter(({ name }) => name === 'ENV' || name === 'ARG');
  expect(settings.filter(({ text }) => /TOKEN|KEY|SECRET|PASSWORD/i.test(text))).toEqual([]);
  expect(file('Dockerfile')).not.toMatch(/APP_USR-|TEST-\d/);
});

it('the build gets what it copies and nothing else', () => {
  const ignore = file('.dockerignore')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const build = instructions.slice(0, instructions.length - finalStage.length);
  const copied = textsOf('COPY', build).flatMap((text) => text.split(' ').slice(0, -1));
  expect(ignore[0]).toBe('*');
  expect(ignore.slice(1).sort()).toEqual([...new Set(copied)].map((path) => `!${path}`).sort());
});
