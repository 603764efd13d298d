import { relative } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { quickRooms, type Room, rooms } from './rooms.ts';
import { lineOf, scoreOf } from './score.ts';

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

const chosen = chosenRooms(process.argv.slice(2));
const began = Date.now();
const results = await new Stryker({
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'test/mutation/vitest.config.ts' },
  mutate: chosen.flatMap(({ files }) => files),
  concurrency: 2,
  reporters: ['progress-append-only'],
  warnings: false,
  tempDirName: 'reports/mutation',
}).runMutationTest();

let isBelow = false;
for (const { name, files, floor } of chosen) {
  const inRoom = results.filter(({ fileName }) => files.includes(relative(process.cwd(), fileName)));
  const { mutants, caught, caughtShare, survivors } = scoreOf(inRoom);
  for (const survivor of survivors) console.log(lineOf(survivor));
  const verdict = caughtShare < floor ? `, BELOW ${floor} %` : '';
  console.log(`${name}: ${caught} of ${mutants} caught, ${caughtShare.toFixed(1)} %${verdict}\n`);
  isBelow ||= caughtShare < floor;
}
console.log(`${Math.round((Date.now() - began) / 1_000)} s`);
if (isBelow) process.exitCode = 1;
