import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const require = createRequire(import.meta.url);

/** The files that wait longest come first, so that no worker begins one of them when the other has nothing left. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const places = ['/test/proofs/', '/test/packaging/', '/test/readme/', '/test/e2e/', '/test/documented-errors/'];
    const rankOf = ({ moduleId }: TestSpecification) =>
      places.findIndex((place) => moduleId.includes(place)) + 1 || places.length + 1;
    return [...(await super.sort(files))].sort((one, other) => rankOf(one) - rankOf(other));
  }
}

export default defineConfig({
  resolve: {
    // type-graphql loads graphql's CommonJS build; a second copy would make `instanceof` fail without a word.
    alias: [{ find: /^graphql$/, replacement: require.resolve('graphql') }],
  },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/temporary-directory.ts', 'test/canary.ts'],
    // Loading the source costs more than most tests. No test mocks a module or changes the environment, and what a file
    // needs of the world it starts itself, so that files may share what is loaded.
    isolate: false,
    // Half of what a test does is waiting for a provider, a disk or a process: three files at a time fill the pauses of
    // two cores.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
