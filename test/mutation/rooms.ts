import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A part of the source that is changed in every way Stryker knows, and how much of that its tests have to notice. */
export interface Room {
  readonly name: string;
  readonly files: readonly string[];
  /** Percent. */
  readonly floor: number;
}

/** What `npm run mutation -- --quick` looks at. */
export const quickRooms: readonly Room[] = [
  { name: 'target', files: filesIn('cancellation/target'), floor: 90 },
  { name: 'rules', files: filesIn('cancellation/rules'), floor: 80 },
];

export const rooms: readonly Room[] = [
  ...quickRooms,
  { name: 'record', files: filesIn('cancellation/record'), floor: 90 },
  { name: 'errors', files: filesIn('cancellation/errors'), floor: 90 },
  { name: 'engine', files: filesIn('cancellation/engine', /^(retry-budget|traffic)\.ts$/), floor: 90 },
  { name: 'redaction', files: filesIn('redaction'), floor: 90 },
  { name: 'rest', files: filesIn('rest', /^(retry-after|failure-rate)\.ts$/), floor: 90 },
  {
    name: 'providers',
    files: [
      ...filesIn('providers', /\.(mapping|errors)\.ts$/),
      ...filesIn('providers', /\b(wire|ids)\.ts$/),
      ...filesIn('providers', /^(answer|fields|error-row|target-answer)\.ts$/),
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
    floor: 90,
  },
];

function filesIn(folder: string, name = /\.ts$/): string[] {
  const path = join('src', folder);
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((file) => name.test(file));
  if (files.length === 0) throw new Error(`${path} has no file like ${name}.`);
  return files.map((file) => join(path, file));
}
