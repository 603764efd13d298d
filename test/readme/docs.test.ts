import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { file } from './readme.ts';

const root = new URL('../../', import.meta.url);
const filesBelow = (folder: string) =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' }).map((path) => `${folder}${path}`);

const sources = ['src/', 'test/', 'bench/', 'scripts/', 'schema/', 'examples/', 'client/']
  .flatMap(filesBelow)
  .filter((path) => !path.includes('node_modules'));
const pages = filesBelow('docs/').filter((path) => path.endsWith('.md'));

/** Every page may name a file by its path, or by the end of it once the page has said in which room it is. */
const named = pages.flatMap((page) =>
  [...file(page).matchAll(/`([\w./-]+\.(?:ts|graphql|sql))`/g)].map(([, path = '']) => ({ page, path })),
);

describe('the files that the pages name', () => {
  it.each(named)('$path of $page is there', ({ path }) => {
    expect(sources.some((source) => source === path || source.endsWith(`/${path}`))).toBe(true);
  });
});

describe('the links between the pages', () => {
  const links = pages.flatMap((page) =>
    [...file(page).matchAll(/\]\(([^)#:]+)\)/g)].map(([, link = '']) => ({
      page,
      link,
      path: new URL(link, new URL(page, root)).pathname.replace(root.pathname, ''),
    })),
  );
  const all = [...sources, ...filesBelow('docs/'), 'README.md', 'docs/adr'];

  it.each(links)('$link of $page is there', ({ path }) => {
    expect(all).toContain(path);
  });
});
