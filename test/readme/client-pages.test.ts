import { readdirSync } from 'node:fs';
import { extendSchema, isEnumType, Kind, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { nextActions } from '../../src/cancellation/errors/next-action.ts';
import { outcomes } from '../../src/cancellation/target/outcome.ts';
import { documentLimitsRule } from '../../src/graphql/server/document-limits.rule.ts';
import { buildSchema } from '../../src/graphql/server/schema.ts';
import { providerDefinitions } from '../../src/providers/registry.ts';
import { blocksIn, file } from './readme.ts';

const schema = buildSchema(providerDefinitions);
const filesBelow = (folder: string) =>
  readdirSync(new URL(`../../${folder}`, import.meta.url), { recursive: true, encoding: 'utf8' }).map(
    (path) => `${folder}${path}`,
  );

const pages = filesBelow('docs/clients/');
const snippets = pages.flatMap((page) => blocksIn(file(page)).map((block) => ({ page, ...block })));
const snippetsOf = (...languages: string[]) => snippets.filter(({ language }) => languages.includes(language));
const examples = filesBelow('examples/clients/').filter((path) => /\.tsx?$/.test(path) && !path.includes('generated'));

it('there are a page that all share and one for each client', () => {
  const names = ['README', 'apollo-client', 'apollo-ios', 'apollo-kotlin', 'graphql-request', 'relay', 'urql'];
  expect(pages.sort()).toEqual(names.map((name) => `docs/clients/${name}.md`));
});

it('a page has snippets of no other language than those that are checked here', () => {
  const checked = ['graphql', 'ts', 'json', 'kotlin', 'swift', 'sh'];
  expect(snippets.filter(({ language }) => !checked.includes(language))).toEqual([]);
});

/** Documents of the pages, and those that stand in the code of the pages behind a tag. */
const documents = [
  ...snippetsOf('graphql').map(({ page, text }) => ({ page, text })),
  ...snippetsOf('ts').flatMap(({ page, text }) =>
    [...text.matchAll(/graphql(?:\(\s*)?`([^`]*)`/g)].map(([, document = '']) => ({ page, text: document })),
  ),
];

/** With what the compiler of Relay takes out of a document before it is sent. */
const schemaOfRelay = extendSchema(schema, parse('directive @throwOnFieldError on QUERY'));

it.each(documents)('a document of $page is valid and within the limits: $text', ({ page, text }) => {
  const known = page.endsWith('/relay.md') ? schemaOfRelay : schema;
  expect(validate(known, parse(text, { maxTokens: 1_000 }))).toEqual([]);
  expect(validate(known, parse(text), [documentLimitsRule])).toEqual([]);
});

it.each(snippetsOf('ts'))('the TypeScript of $page is that of an example, which is compiled: $text', ({ text }) => {
  expect(examples.some((path) => file(path).includes(text.trim()))).toBe(true);
});

it.each(examples)('%s is on a page', (path) => {
  const parts = snippetsOf('ts').map(({ text }) => text.trim());
  expect(parts.some((text) => file(path).includes(text))).toBe(true);
});

it.each(snippetsOf('json'))('the JSON of $page can be read: $text', ({ text }) => {
  expect(JSON.parse(text)).toBeTypeOf('object');
});

describe('the pages of the mobile clients', () => {
  const mobile = ['docs/clients/apollo-kotlin.md', 'docs/clients/apollo-ios.md'];
  const shared = snippetsOf('graphql').flatMap(({ text }) => parse(text).definitions);
  const operations = shared.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION && definition.name ? [definition.name.value] : [],
  );

  it.each(mobile)('%s says that nothing of it was compiled here', (page) => {
    expect(file(page)).toContain('is not compiled in this repository');
  });

  it.each(mobile)('%s keeps when a key was begun, and looks up one that is older than a day', (page) => {
    expect(file(page)).toMatch(/begunAt[\s\S]*86_400[\s\S]*CancellationByKeyQuery\(/);
  });

  it.each(mobile)('%s says how it keeps to Retry-After', (page) => {
    expect(file(page)).toContain('Retry-After');
  });

  it.each(mobile)('%s uses only operations that the pages show', (page) => {
    const used = [...file(page).matchAll(/\b([A-Z]\w+?)(?:Mutation|Query|Subscription)\b\(/g)].map(([, name]) => name);
    expect(used.length).toBeGreaterThan(1);
    expect(operations).toEqual(expect.arrayContaining(used));
  });

  it.each(mobile)('%s decides about every next action and every outcome by its name', (page) => {
    const text = file(page);
    const camel = (name: string) => name.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    for (const action of nextActions) {
      expect(text).toMatch(new RegExp(`NextAction\\.${action}\\b|\\.case\\(\\.${camel(action)}\\)`));
    }
    for (const outcome of outcomes) expect(text).toContain(`\`${outcome}\``);
  });

  it('apollo-kotlin.md names values that there are', () => {
    const values = (name: string) => {
      const type = schema.getType(name);
      return isEnumType(type) ? type.getValues().map((value) => value.name) : [];
    };
    for (const [, type = '', value = ''] of file(mobile[0] ?? '').matchAll(/\b(NextAction|ErrorCode)\.([A-Z_]+)\b/g)) {
      expect([...values(type), 'UNKNOWN__']).toContain(value);
    }
  });
});
