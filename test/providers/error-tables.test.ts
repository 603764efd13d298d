import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { TargetKind } from '../../src/cancellation/target/target.ts';
import type { ErrorRow } from '../../src/providers/error-row.ts';

const providers = new URL('../../src/providers/', import.meta.url);
const files = readdirSync(providers, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.errors.ts'),
);
const modules: Record<string, unknown>[] = await Promise.all(
  files.map((path) => import(new URL(path, providers).href)),
);
const tables = modules.flatMap((exports, n) =>
  Object.entries(exports)
    .filter((entry): entry is [string, readonly ErrorRow<TargetKind>[]] => Array.isArray(entry[1]))
    .map(([name, rows]) => ({ name: `${name} of ${files[n]}`, rows })),
);

it('stand in the folder of every provider', () => {
  const folders = readdirSync(providers, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of folders) expect(tables.map((table) => table.name).join()).toContain(`of ${name}/`);
});

describe.each(tables)('$name', ({ rows }) => {
  it.each(rows)('$status $code says from where and when it is known', ({ source }) => {
    expect(source.where).toMatch(source.documented ? /^https:\/\/\S+$/ : /\S+/);
    const [year = '', month = '', day = '01'] = source.when.split('-');
    const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
    expect(date.toISOString()).toBe(`${year}-${month}-${day}T00:00:00.000Z`);
    expect(date.getTime()).toBeLessThan(Date.now());
  });

  it('has one row for each status and code', () => {
    const answers = rows.map(({ status, code }) => `${status} ${code?.toLowerCase()}`);
    expect(new Set(answers).size).toBe(answers.length);
  });
});
