import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sandboxIds } from '../../src/emulator/index.ts';
import type { Site } from '../../src/http/sites.ts';
import { emulatorFacts } from '../../src/pages/emulator-facts.ts';
import { explorer } from '../../src/pages/explorer.ts';
import { filesOf } from '../../src/pages/folder.ts';
import { webPage } from '../../src/pages/web-page.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

function builtPage(): string {
  const folder = temporaryDirectory('page');
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<p>the page</p>');
  writeFileSync(join(folder, 'assets/index.js'), 'run()');
  writeFileSync(join(folder, 'LICENSE'), 'not for a browser');
  return folder;
}

async function textOf({ files }: Site, address: string): Promise<string> {
  return String(await files.get(address)?.read());
}

it('a folder becomes the addresses of what a browser can use', () => {
  expect([...(filesOf(builtPage(), '/at/')?.keys() ?? [])].sort()).toEqual(['/at/', '/at/assets/index.js']);
});

describe('the page', () => {
  it('is what was built, and is told of the emulator', async () => {
    const site = webPage({ fresh: {} }, builtPage());
    if (site === null) throw new Error('There is a page.');
    expect(await textOf(site, '/')).toBe('<p>the page</p>');
    expect(JSON.parse(await textOf(site, '/emulator.json'))).toEqual({ fresh: {} });
  });

  it('is none where none was built', () => {
    expect(webPage({}, join(temporaryDirectory('page'), 'nowhere'))).toBeNull();
  });

  it('runs what came with it and talks to nobody else', () => {
    const policy = webPage({}, builtPage())?.policyOf('/') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:|unsafe|\*|data:/);
  });

  it('is told only of ids that the emulator knows', () => {
    const { works } = emulatorFacts(sandboxIds, {});
    expect(works.length).toBeGreaterThan(4);
    for (const { id, kind } of works) expect(sandboxIds).toContainEqual(expect.objectContaining({ id, target: kind }));
  });
});

describe('the explorer', () => {
  const site = explorer();

  it('is a page whose every file is there', async () => {
    const page = await textOf(site, '/explorer/');
    const linked = [...page.matchAll(/(?:src|href)="([^"/][^"]*\.(?:js|css))"/g)].map(
      ([, path]) => `/explorer/${path}`,
    );
    expect(linked).toContain('/explorer/start.js');
    expect(linked.filter((address) => !site.files.has(address))).toEqual([]);
  });

  it('has every published operation in its collection', async () => {
    const script = await textOf(site, '/explorer/start.js');
    const names = readdirSync(new URL('../../schema/operations/', import.meta.url));
    const collection = JSON.parse(/^const collection = (.*);$/m.exec(script)?.[1] ?? '');
    expect(collection.queries.map(({ id }: { id: string }) => `${id}.graphql`)).toEqual(names.sort());
    for (const { query } of collection.queries) expect(query).toMatch(/\b(query|mutation|subscription)\b/);
  });

  it('runs no code but its own and talks to nobody else', () => {
    const policy = site.policyOf('/explorer/');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toMatch(/https?:|unsafe-eval|\*/);
  });
});
