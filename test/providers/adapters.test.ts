import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { providerDefinitions } from '../../src/providers/registry.ts';
import { adapterContract } from './adapter.contract.ts';
import type { AdapterFixtures } from './adapter-fixtures.ts';
import { imaginary } from './imaginary/index.ts';

const here = new URL('./', import.meta.url);
const files = readdirSync(here, { recursive: true, encoding: 'utf8' });
const modules: Record<string, AdapterFixtures>[] = await Promise.all(
  files.filter((path) => path.endsWith('.fixtures.ts')).map((path) => import(new URL(path, here).href)),
);
const all = modules.flatMap((exports) => Object.values(exports));

it('every kind of target of every provider has its fixtures', () => {
  const wanted = [...providerDefinitions, imaginary].flatMap(({ id, targets }) =>
    Object.keys(targets).map((kind) => `${id} ${kind}`),
  );
  expect(all.map(({ target }) => `${target.provider} ${target.kind}`).sort()).toEqual(wanted.sort());
});

for (const fixtures of all) adapterContract(fixtures);
