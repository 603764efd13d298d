import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { personalDataMs, retentionMs } from '../../src/cancellation/engine/retention.ts';
import { nextActions } from '../../src/cancellation/errors/next-action.ts';
import { giveUpAfterMs } from '../../src/cancellation/rules/reconcile-schedule.ts';
import { outcomes } from '../../src/cancellation/target/outcome.ts';
import { readConfig } from '../../src/config.ts';
import { expiryLimits, listLimit, noteLimit } from '../../src/graphql/request/input-limits.ts';
import { maxCost } from '../../src/graphql/server/document-cost.ts';
import { documentLimits } from '../../src/graphql/server/document-limits.rule.ts';
import { liveLimits } from '../../src/http/live/live-limits.ts';
import { createEvents } from '../../src/observability/events.ts';
import { providerDefinitions } from '../../src/providers/registry.ts';
import { blocksOf, file, readme } from './readme.ts';

const { scripts } = JSON.parse(file('package.json'));
const exists = (path: string) => existsSync(new URL(`../../${path}`, import.meta.url));

describe('what the README tells to run', () => {
  it('are two commands to start and to test', () => {
    const lines = blocksOf('sh').flatMap(({ text }) => text.trim().split('\n'));
    expect(lines.slice(0, 2)).toEqual(['npm ci && npm start', 'npm ci && npm test']);
  });

  it.each([...readme.matchAll(/npm (?:run )?(?!ci|run)([a-z]+)/g)].map(([, name]) => name))(
    'npm %s is a script of the package',
    (name) => {
      expect(Object.keys(scripts)).toContain(name);
    },
  );

  it.each([...readme.matchAll(/tsx (\S+)/g)].map(([, path = '']) => path))('%s is there', (path) => {
    expect(exists(path)).toBe(true);
  });
});

describe('what the README points to', () => {
  const links = [...readme.matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => link);

  it.each(links.filter((link) => !/^(https?:|#)/.test(link)))('%s is there', (path) => {
    expect(exists(path)).toBe(true);
  });

  it.each(links.filter((link) => link.startsWith('#')))('%s is a heading', (anchor) => {
    const headings = [...readme.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
      title.toLowerCase().replace(/ /g, '-'),
    );
    expect(headings).toContain(anchor.slice(1));
  });
});

describe('the examples of a switch', () => {
  const [typescript] = blocksOf('ts');
  const [kotlin] = blocksOf('kotlin');

  it('in TypeScript is the code of the runnable example', () => {
    expect(file('examples/graphql-request/what-now.ts')).toContain(typescript?.text);
  });

  it.each(nextActions)('handle %s', (action) => {
    expect(typescript?.text).toContain(`case '${action}':`);
    expect(kotlin?.text).toMatch(new RegExp(`NextAction\\.${action}\\b`));
  });
});

it('the README names every outcome', () => {
  for (const outcome of outcomes) expect(readme).toContain(`\`${outcome}\``);
});

it.each(Object.keys(createEvents({ write: () => undefined })))('the README names the log line %s', (event) => {
  expect(readme).toContain(`\`${event}\``);
});

it('the README names the prefixes under which an unknown variable is refused', () => {
  for (const prefix of [...providerDefinitions.map(({ id }) => `${id}_`), 'DATABASE_', 'TENANTS_', 'CORS_']) {
    expect(readme).toContain(`\`${prefix}\``);
    expect(() => readConfig({ [`${prefix}X`]: '1' }, providerDefinitions)).toThrow(`${prefix}X is unknown`);
  }
});

it('the README states the limits that hold', () => {
  const { depth, rootFields, aliases, directives, fields } = documentLimits;
  const days = (ms: number) => ms / 86_400_000;
  expect(days(giveUpAfterMs)).toBe(7);
  expect(readme).toContain('**Seven days.** A cancellation whose outcome nothing has proven');
  const { min, max } = expiryLimits;
  expect(readme.split(`${min} to ${max}`)).toHaveLength(3);
  expect(days(retentionMs)).toBe(365);
  expect(readme).toContain('**A key is remembered for a year**');
  expect(readme).toContain('deleted a year after they last changed');
  expect(readme).toContain(`after ${days(personalDataMs)} days who asked, why and what they noted is erased`);
  expect(readme).toContain(
    `1000 tokens, ${depth} levels, ${rootFields} root fields, ${aliases} aliases, ${directives} directives and ${fields} fields`,
  );
  expect(readme).toContain(`more than ${maxCost} fields when the lists are counted in`);
  expect(readme).toContain(`at most 64 KiB (413, \`PAYLOAD_TOO_LARGE\`), a list at most ${listLimit} items`);
  expect(readme).toContain(`more than ${listLimit} items, notes over ${noteLimit} characters`);
  expect(readme).toContain(
    `One connection or shopper may have ${liveLimits.subscriptions} subscriptions at once, any other caller ${liveLimits.perService.subscriptions}`,
  );
});

describe('the README names every code of `errors`', () => {
  const files = ['src/http', 'src/graphql'].flatMap((folder) =>
    readdirSync(new URL(`../../${folder}`, import.meta.url), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => file(`${folder}/${path}`)),
  );
  const thrown = files.flatMap((text) => [...text.matchAll(/(?:code: |\(\s*\d{3},\s*)'([A-Z]+(?:_[A-Z]+)*)'/g)]);
  const letThrough = [...file('src/graphql/server/mask-errors.ts').matchAll(/^ {2}'([A-Z_]+)',$/gm)];
  const codes = new Set([...thrown, ...letThrough].map(([, code = '']) => code));

  it('of which there are many', () => {
    expect(codes.size).toBeGreaterThan(15);
  });

  it.each([...codes])('%s', (code) => {
    expect(readme).toMatch(new RegExp(`^\\|.*\`${code}\`.*\\| .* \\|$`, 'm'));
  });
});
