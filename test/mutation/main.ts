import { Stryker } from '@stryker-mutator/core';
import { quickRooms, type Room, rooms } from './rooms.ts';
import { lineOf, scoreOf } from './score.ts';
import { testsVariable } from './tests-variable.ts';

const usage = `npm run mutation                  every room
npm run mutation -- --quick       only those that .ci/run looks at
npm run mutation -- target rest   only the rooms of these names`;

function chosenRooms(words: readonly string[]): readonly Room[] {
  if (words.length === 0) return rooms;
  if (words.length === 1 && words[0] === '--quick') return quickRooms;
  return words.map((word) => {
    const room = rooms.find(({ name }) => name === word);
    if (room === undefined) throw new Error(`There is no room ${word}.\n${usage}`);
    return room;
  });
}

/** Whether the tests of the room notice enough. */
async function holds({ name, files, tests, floor }: Room): Promise<boolean> {
  const began = Date.now();
  process.env[testsVariable] = JSON.stringify(tests);
  const results = await new Stryker({
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    // The room says which tests are its own; Stryker would not find those that import by a computed name.
    vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
    mutate: [...files],
    concurrency: 2,
    reporters: ['progress-append-only'],
    warnings: false,
    tempDirName: 'reports/mutation',
  }).runMutationTest();
  const { mutants, caught, caughtShare, survivors } = scoreOf(results);
  for (const survivor of survivors) console.log(lineOf(survivor));
  const seconds = Math.round((Date.now() - began) / 1_000);
  const verdict = caughtShare < floor ? `, BELOW ${floor} %` : '';
  console.log(`${name}: ${caught} of ${mutants} caught, ${caughtShare.toFixed(1)} %${verdict} (${seconds} s)\n`);
  return caughtShare >= floor;
}

for (const room of chosenRooms(process.argv.slice(2))) {
  if (!(await holds(room))) process.exitCode = 1;
}
