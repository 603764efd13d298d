import { readFileSync } from 'node:fs';
import { type AuditResult, auditServer } from 'graphql-http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startWorld, type World } from '../world.ts';

/** Why each is declined stands in docs/graphql-over-http.md. */
const declined = {
  /** A GET without a header that forces a preflight is refused. */
  get: ['5A70', 'D6D5', '6A70'],
  /** A document that does not run is answered with 400, whatever the client accepts. */
  badDocument: ['572B', 'FDE2', '7B9B'],
};

let world: World;
let results: AuditResult[];
beforeAll(async () => {
  world = await startWorld();
  results = await auditServer({ url: () => world.url });
});
afterAll(() => world.close());

const told = ({ id, name, status }: AuditResult) => `${id} ${name}: ${status}`;
const page = readFileSync(new URL('../../docs/graphql-over-http.md', import.meta.url), 'utf8');

const failed = (audits: readonly AuditResult[]) => audits.filter(({ status }) => status !== 'ok');

it('passes every MUST of GraphQL over HTTP', () => {
  const musts = results.filter(({ name }) => name.startsWith('MUST'));
  expect(musts.length).toBeGreaterThan(10);
  expect(failed(musts).map(told)).toEqual([]);
});

it('declines the listed recommendations and no other', () => {
  const ids = failed(results).map(({ id }) => id);
  expect(ids.sort()).toEqual([...declined.get, ...declined.badDocument].sort());
});

it('answers GET requests that carry a header against cross-site requests', async () => {
  const fetchFn = (url: string, options: RequestInit = {}) =>
    fetch(url, { ...options, headers: { ...options.headers, 'apollo-require-preflight': 'true' } });
  const again = await auditServer({ url: () => world.url, fetchFn });
  expect(failed(again).map(({ id }) => id)).toEqual(declined.badDocument);
});

it('publishes the count and every declined audit', () => {
  const rows = [...page.matchAll(/^\| ([0-9A-Z]{4}) +\| (.+?) +\|/gm)].map(([, id, name]) => `${id} ${name}`);
  expect(rows).toEqual(failed(results).map(({ id, name }) => `${id} ${name}`));
  expect(page).toContain(`${results.length - rows.length} of ${results.length} audits`);
});
