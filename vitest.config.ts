import { createRequire } from 'node:module';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { relayTags } from './test/clients/relay-tags.ts';

const require = createRequire(import.meta.url);
const path = (file: string) => join(import.meta.dirname, file);

/** The files that take longest come first, so that no worker begins one of them when the others have nothing left. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const places = [
      // One that asks much of the processor, beside those that wait.
      ...['packaging/image', 'e2e/store-thread-dies', 'readme/examples', 'store/change-listener'],
      ...['store/postgres-record-store', 'proofs/', 'store/sqlite-thread', 'store/audit', 'clients/'],
      ...['client/follow', 'e2e/', 'documented-errors/', 'architecture/'],
    ];
    const rankOf = ({ moduleId }: TestSpecification) =>
      places.findIndex((place) => moduleId.includes(`/test/${place}`)) + 1 || places.length + 1;
    return [...(await super.sort(files))].sort((one, other) => rankOf(one) - rankOf(other));
  }
}

export default defineConfig({
  plugins: [relayTags],
  resolve: {
    // type-graphql loads graphql's CommonJS build; a second copy would make `instanceof` fail without a word.
    alias: [
      { find: /^graphql$/, replacement: require.resolve('graphql') },
      // As tsconfig.json has it: what apps import from the package is tested without building it.
      { find: /^@cancellation-gateway\/client$/, replacement: path('client/src/index.ts') },
      { find: /^@cancellation-gateway\/client\/apollo$/, replacement: path('client/src/apollo.ts') },
      { find: /^@cancellation-gateway\/client\/(.+\.json)$/, replacement: path('schema/$1') },
    ],
  },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/temporary-directory.ts', 'test/canary.ts'],
    // Loading the source costs more than most tests. No test mocks a module or changes the environment, and what a file
    // needs of the world it starts itself, so that files may share what is loaded.
    isolate: false,
    // Half of what a test does is waiting for a provider, a disk or a process: four files at a time fill the pauses of
    // two cores.
    maxWorkers: 4,
    sequence: { sequencer: LongestFirst },
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
