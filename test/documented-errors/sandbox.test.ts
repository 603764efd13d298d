import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { sandboxIds } from '../../src/emulator/index.ts';
import { startWorld, type World } from '../world.ts';
import { sandbox } from './sandbox.ts';
import { cancel } from './scene.ts';
import { expectErrorMessage, expectMessage, expectShopperTexts } from './shopper-texts.ts';

vi.setConfig({ maxConcurrency: 100 });

let world: World;
beforeAll(async () => {
  world = await startWorld({ speed: 10 });
});
afterAll(() => world.close());

it('expects something of every sandbox id, and of no other', () => {
  expect(sandbox.map(([id]) => id).sort()).toEqual(sandboxIds.map(({ id }) => id).sort());
});

const retried = new Set(['RETRY_SAME_KEY', 'RETRY_NEW_KEY', 'WAIT']);

it.concurrent.each(sandbox)('%s is %s, then %s', async (id, outcome, nextAction, type, errorCode, detail = {}) => {
  const row = sandboxIds.find((candidate) => candidate.id === id);
  if (row === undefined) throw new Error(`${id} is no sandbox id`);
  const answer = await cancel(world, row.target, id);

  const upstream = { provider: row.provider, httpStatus: row.httpStatus, code: row.code };
  const error = type === null ? null : { __typename: type, code: errorCode, upstream, ...detail };
  expect(answer).toMatchObject({ outcome, nextAction, errorCode, error });
  expect(answer.retryAfterMs !== null).toBe(retried.has(nextAction));
  expectShopperTexts(answer.texts, [id, row.code, errorCode]);
  expectMessage(answer, row.target);
  if (answer.error !== null) expectErrorMessage(answer.error);
});
