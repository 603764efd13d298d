import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A part of the source that is changed in every way Stryker knows, and how much of that its tests have to notice. */
export interface Room {
  readonly name: string;
  readonly files: readonly string[];
  /** Its direct tests, and no others: each change runs every test that reaches it. */
  readonly tests: readonly string[];
  /** Percent. */
  readonly floor: number;
}

/** What `npm run mutation -- --quick` looks at. */
export const quickRooms: readonly Room[] = [domainRoom('target', 90), domainRoom('rules', 90)];

export const rooms: readonly Room[] = [
  ...quickRooms,
  domainRoom('record', 90),
  domainRoom('errors', 90),
  {
    name: 'engine',
    files: filesIn('cancellation/engine', /^(lane-memory|retry-budget|traffic)\.ts$/),
    tests: ['test/cancellation/engine/{lane-memory,retry-budget,traffic}.test.ts'],
    floor: 90,
  },
  {
    name: 'redaction',
    files: filesIn('redaction'),
    tests: ['test/redaction/{card-numbers,hide-secrets,personal-ids,redact}.test.ts'],
    floor: 90,
  },
  {
    name: 'rest',
    files: filesIn('rest', /^(retry-after|failure-rate)\.ts$/),
    tests: ['test/rest/{retry-after,failure-rate}.test.ts'],
    floor: 90,
  },
  {
    name: 'providers',
    files: [
      ...filesIn('providers', /\.(mapping|errors)\.ts$/),
      ...filesIn('providers', /\b(wire|ids)\.ts$/),
      ...filesIn('providers', /^(answer|fields|error-row|target-answer)\.ts$/),
    ],
    tests: [
      'test/providers/{adapters,answer,definitions,error-tables,fields,known-errors,not-sent}.test.ts',
      'test/providers/{mercado-pago,vtex}/*.test.ts',
    ],
    floor: 90,
  },
  {
    name: 'graphql',
    files: [
      ...filesIn('graphql', /\.mapper\.ts$/),
      ...filesIn('graphql/request', /^(loaders|in-order|input-limits)\.ts$/),
      ...filesIn('graphql/cancellation', /^header-key\.ts$/),
    ],
    tests: ['test/graphql/{request,cancellation,error}/*.test.ts'],
    floor: 90,
  },
];

function domainRoom(name: string, floor: number): Room {
  return { name, files: filesIn(`cancellation/${name}`), tests: [`test/cancellation/${name}/**/*.test.ts`], floor };
}

function filesIn(folder: string, name = /\.ts$/): string[] {
  const path = join('src', folder);
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((file) => name.test(file));
  if (files.length === 0) throw new Error(`${path} has no file like ${name}.`);
  return files.map((file) => join(path, file));
}
