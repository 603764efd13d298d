import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

const require = createRequire(import.meta.url);

export default defineConfig({
  resolve: {
    // type-graphql loads graphql's CommonJS build; a second copy would make `instanceof` fail without a word.
    alias: [{ find: /^graphql$/, replacement: require.resolve('graphql') }],
  },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/temporary-directory.ts',
    // Loading the source costs more than most tests. No test mocks a module or changes the environment, and what a file
    // needs of the world it starts itself, so that files may share what is loaded.
    isolate: false,
    // Half of what a test does is waiting for a provider, a disk or a process: two files at a time fill the pauses.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
