import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshIds, sandboxIds } from '../../src/emulator/index.ts';
import { cancel, type Provider, startProvider } from './provider.ts';
import { answerOf, sandboxAnswers, unlikeReads } from './sandbox-answers.ts';

const fresh = Object.entries(freshIds).flatMap(([name, targets]) =>
  Object.entries(targets).map(([target, nth]): [string, string, string] => [name, target, nth(2)]),
);

describe('sandbox ids', () => {
  let provider: Provider;
  beforeAll(async () => {
    provider = await startProvider();
  });
  afterAll(() => provider.emulator.close());

  it('are all different', () => {
    expect(new Set(sandboxIds.map(({ id }) => id)).size).toBe(sandboxIds.length);
  });

  it('publish the answers they are known for', () => {
    expect(sandboxIds.map(answerOf)).toEqual(sandboxAnswers);
  });

  it('have the forms that the providers use', () => {
    for (const { provider: name, target, id } of sandboxIds) {
      const form =
        name === 'VTEX' ? /^[0-9A-F]{32}$/ : target === 'order' ? /^(ORD(TST)?)?[0-9A-Z]{26}$/ : /^[1-9]\d{0,18}$/;
      expect(id).toMatch(form);
    }
  });

  it.each(sandboxIds)('$provider $id: $httpStatus $code, $description', async (row) => {
    const answer = await cancel(provider, row);
    expect({ status: answer.status, code: answer.code }).toEqual({ status: row.httpStatus, code: row.code });
    expect(answer.headers.get('x-request-id')).toBeTruthy();
    if (row.provider === 'VTEX') return;
    const read = await (row.target === 'order' ? provider.readOrder(row.id) : provider.readPayment(row.id));
    // A target without a readable status refuses the read as it refused the cancel, or is not there.
    const unread = unlikeReads.get(row.id) ?? [row.httpStatus, row.code];
    if (row.status === undefined) expect([read.status, read.code]).toEqual(unread);
    else expect([read.status, read.json['status']]).toEqual([200, row.status]);
  });

  it.each(fresh)('a fresh %s %s can be cancelled', async (name, target, id) => {
    expect(await cancel(provider, { provider: name, target, id })).toMatchObject({ status: 200, code: null });
  });

  it.each([
    ['payment', '2018 2016 4017 5 Unauthorized 4 7 2000'],
    [
      'order',
      'invalid_path_param empty_required_header invalid_idempotency_key_length 401 invalid_credentials order_not_found ' +
        'cannot_cancel_order order_already_cancelled order_already_canceled idempotency_key_already_used internal_error',
    ],
  ])('cover every documented %s error', (target, codes) => {
    const covered = sandboxIds.filter((row) => row.target === target).map(({ code }) => code);
    expect(covered).toEqual(expect.arrayContaining(codes.split(' ')));
  });
});
