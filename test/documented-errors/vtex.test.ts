import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { sandboxIds } from '../../src/emulator/index.ts';
import { startWorld, type World } from '../world.ts';
import { documented } from './documented.ts';
import { cancel, html, type ProviderAnswer, play, says } from './scene.ts';
import { expectShopperTexts } from './shopper-texts.ts';

vi.setConfig({ maxConcurrency: 100 });

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const rows = documented
  .filter(({ provider }) => provider === 'VTEX')
  .map((row) => ({ ...row, id: sandboxId(row.status, row.wireCode) }));

/** An answer of this protocol repeats an id that the gateway makes, so the emulator gives it. */
function sandboxId(status: number, wireCode: string | null): string {
  const row = sandboxIds.find((candidate) => {
    const isCode = wireCode === null ? candidate.code?.startsWith('ERR-') : candidate.code === wireCode;
    return candidate.provider === 'VTEX' && candidate.httpStatus === status && isCode;
  });
  if (row === undefined) throw new Error(`no sandbox id for ${status} ${wireCode}`);
  return row.id;
}

it.concurrent.each(rows)(
  'VTEX $status $wireCode reaches the client',
  async ({ id, status, wireCode, type, ...row }) => {
    const { errorCode, outcome, nextAction } = row;
    const answer = await cancel(world, 'payment', id);
    const code = wireCode ?? expect.stringMatching(/^ERR-/);
    const error = { __typename: type, code: errorCode, upstream: { provider: 'VTEX', httpStatus: status, code } };
    expect(answer).toMatchObject({ outcome, nextAction, errorCode, error });
    expectShopperTexts(answer.texts, [id, wireCode, 'ERR-']);
  },
);

const silent = { cancellationId: 'c-1', code: null, message: null };

describe.concurrent('a VTEX answer that repeats no ids', () => {
  // biome-ignore format: a line per answer, so that it reads as a table.
  it.each<[name: string, answer: ProviderAnswer, outcome: string, nextAction: string, errorCode: string]>([
    ['and is cancel-manually', says(404, { code: 'cancel-manually' }), 'NOT_CANCELLED', 'CANCEL_MANUALLY', 'MANUAL_CANCELLATION_REQUIRED'],
    ['and has a cancellationId', says(200, silent), 'UNKNOWN', 'WAIT', 'OUTCOME_UNKNOWN'],
    ['and is empty', { status: 200, body: '' }, 'UNKNOWN', 'WAIT', 'OUTCOME_UNKNOWN'],
    ['and is HTML 502', html(502), 'UNKNOWN', 'WAIT', 'OUTCOME_UNKNOWN'],
    ['and is a redirect', { status: 307, headers: { location: '/x' } }, 'UNKNOWN', 'WAIT', 'OUTCOME_UNKNOWN'],
    ['and is a reset', 'reset', 'UNKNOWN', 'WAIT', 'OUTCOME_UNKNOWN'],
    ['and is 500', says(500, { code: 'E1' }), 'UNKNOWN', 'WAIT', 'PROVIDER_INTERNAL_ERROR'],
    ['and is 501', says(501), 'NOT_CANCELLED', 'CANCEL_MANUALLY', 'MANUAL_CANCELLATION_REQUIRED'],
    ['and is 501 with a code', says(501, { code: 'E1' }), 'NOT_CANCELLED', 'CANCEL_MANUALLY', 'MANUAL_CANCELLATION_REQUIRED'],
    ['and is 501 in plain text', { status: 501, body: 'no' }, 'UNKNOWN', 'WAIT', 'OUTCOME_UNKNOWN'],
    ['and is 401', says(401), 'NOT_CANCELLED', 'FIX_CREDENTIALS', 'ACCESS_TOKEN_INVALID'],
    ['and is 403', says(403), 'NOT_CANCELLED', 'FIX_CREDENTIALS', 'PROVIDER_FORBIDDEN'],
    ['and is 429', { status: 429, headers: { 'retry-after': '30' } }, 'NOT_CANCELLED', 'RETRY_SAME_KEY', 'PROVIDER_RATE_LIMITED'],
    ['and is 400', says(400, { code: 'E1' }), 'NOT_CANCELLED', 'CONTACT_SUPPORT', 'UNRECOGNIZED_PROVIDER_ERROR'],
    ['and is 409', says(409, { code: 'E1' }), 'UNKNOWN', 'WAIT', 'UNRECOGNIZED_PROVIDER_ERROR'],
  ])('%s', async (_, told, outcome, nextAction, errorCode) => {
    const answer = await play(world, { kind: 'vtex', cancel: told });
    expect(answer).toMatchObject({ outcome, nextAction, errorCode });
    expectShopperTexts(answer.texts, [answer.id]);
  });
});

it('a VTEX answer about another payment proves nothing', async () => {
  const told = says(200, { ...silent, paymentId: 'F'.repeat(32), requestId: 'E'.repeat(32) });
  const answer = await play(world, { kind: 'vtex', cancel: told });
  expect(answer).toMatchObject({ outcome: 'UNKNOWN', nextAction: 'WAIT', errorCode: 'OUTCOME_UNKNOWN' });
});
