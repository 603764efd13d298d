import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type NextAction, type Outcome, whatNow } from '../../examples/graphql-request/what-now.ts';
import { nextActions } from '../../src/cancellation/errors/next-action.ts';
import { outcomes } from '../../src/cancellation/target/outcome.ts';
import { freshIds, loseNextAnswer } from '../../src/emulator/index.ts';
import { buildSchema } from '../../src/graphql/server/schema.ts';
import { providerDefinitions } from '../../src/providers/registry.ts';
import { hurry, until } from '../e2e/time.ts';
import { startWorld, type World } from '../world.ts';
import { blocks, blocksOf, readme } from './readme.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const schema = buildSchema(providerDefinitions);

describe('the documents of the README', () => {
  it.each(blocksOf('graphql'))('are valid: number %#', ({ text }) => {
    expect(validate(schema, parse(text))).toEqual([]);
  });

  const answered = blocks.flatMap((block, index) => {
    const next = blocks[index + 1];
    return block.language === 'graphql' && next?.language === 'json' ? [{ query: block.text, answer: next.text }] : [];
  });

  const [success, refusal, unknown, settled] = answered;

  it('include a success, a failure and one that is followed, with their answers', () => {
    expect(answered).toHaveLength(4);
  });

  it.each([success, refusal])('are answered as printed: number %#', async (example) => {
    expect({ data: await world.ask(example?.query ?? '') }).toEqual(JSON.parse(example?.answer ?? ''));
  });

  it('are followed to the end that is printed', async () => {
    const begun = JSON.parse(unknown?.answer ?? '').data.cancelPayment;
    const { cancelPayment } = await world.ask<{ cancelPayment: { cancellation: { id: string } } }>(
      unknown?.query ?? '',
    );
    const { id } = cancelPayment.cancellation;
    expect(cancelPayment).toEqual({ ...begun, cancellation: { ...begun.cancellation, id } });

    const follow = () => world.ask<{ cancellation: { settled: boolean } }>(settled?.query ?? '', { id });
    await hurry(
      world,
      until(async () => (await follow()).cancellation.settled),
    );
    expect({ data: await follow() }).toEqual(JSON.parse(settled?.answer ?? ''));
  });
});

describe('what the README plays with', () => {
  it.each([
    ['payment', 'any payment id of 8 to 19 digits that begins with `7700`', `7700${'4'.repeat(15)}`],
    ['payment', 'any VTEX payment id of `77` and 30 hexadecimal digits', `77${'c'.repeat(30)}`],
    ['order', 'any order id of `ORDTST77` and 24 letters or digits', `ORDTST77${'Z'.repeat(24)}`],
  ] as const)('is %s ids that are free: %s', async (kind, said, id) => {
    expect(readme).toContain(said);
    const [cancel, idName] = kind === 'order' ? ['cancelOrder', 'orderId'] : ['cancelPayment', 'paymentId'];
    const ask = `mutation { ${cancel}(input: { ${idName}: "${id}" }) { outcome errorCode } }`;
    expect(await world.ask(ask)).toEqual({ [cancel]: { outcome: 'CANCELLED', errorCode: null } });
  });
});

describe('the overrides of the README', () => {
  const post = async (body: string) => {
    const [, url = '', loses = ''] = /(http\S+) -d '(.+)'$/.exec(loseNextAnswer(world.emulator.url)) ?? [];
    expect(readme).toContain(`\`${loses}\``);
    expect(readme).toContain(`\`${body}\``);
    expect(await fetch(url, { method: 'POST', body })).toMatchObject({ status: 201 });
  };
  const requestsOf = (paymentId: string) =>
    world.emulator.requests.filter(({ path }) => path.endsWith(`/${paymentId}`)).map(({ method }) => method);

  it('lose an answer, and the gateway finds out', async () => {
    await post('{"method":"PUT","effect":"after","answer":"reset"}');
    const paymentId = freshIds.MERCADO_PAGO.payment(1);
    const { cancelPayment } = await world.sdk.CancelPayment({ input: { paymentId } });
    expect(cancelPayment).toMatchObject({ outcome: 'CANCELLED', error: null });
    expect(requestsOf(paymentId)).toEqual(['PUT', 'GET']);
  });

  it('let the provider fail, and the cancel is sent again', async () => {
    await post('{"method":"PUT","answer":{"status":503}}');
    const paymentId = freshIds.MERCADO_PAGO.payment(2);
    const { cancelPayment } = await world.sdk.CancelPayment({ input: { paymentId } });
    expect(cancelPayment).toMatchObject({ outcome: 'UNKNOWN', nextAction: 'WAIT' });
    const id = cancelPayment?.cancellation?.id ?? '';
    const follow = async () => (await world.sdk.Cancellation({ id })).cancellation;
    await hurry(
      world,
      until(async () => (await follow())?.settled === true),
    );
    expect(await follow()).toMatchObject({ outcome: 'CANCELLED' });
    expect(requestsOf(paymentId).filter((method) => method === 'PUT')).toHaveLength(2);
  });
});

describe('the example client', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  const script = fileURLToPath(new URL('../../examples/graphql-request/cancel.ts', import.meta.url));
  const run = async (paymentId: string, printed: (lines: number) => void = () => {}) => {
    const child = spawn(process.execPath, ['--import', 'tsx', script, paymentId, world.url], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines: string[] = [];
    for await (const line of createInterface(child.stdout)) printed(lines.push(line));
    return lines;
  };
  const cancelled =
    'CANCELLED: Your payment was cancelled. (NOTHING: nothing is left to do; outcome says whether it is cancelled)';
  const checking = expect.stringMatching(/^UNKNOWN: .*WAIT/);

  it.concurrent('cancels a payment', async () => {
    expect(await run('10000000003')).toEqual([cancelled]);
  }, 60_000);

  it.concurrent('follows a cancellation until it is settled', async () => {
    const lines = await run('50000000003');
    expect([lines[0], lines.at(-1)]).toEqual([checking, cancelled]);
  }, 60_000);

  it.concurrent('follows for as long as it takes', async () => {
    const paymentId = freshIds.MERCADO_PAGO.payment(1);
    const path = `/v1/payments/${paymentId}`;
    world.emulator.override({ method: 'PUT', path, effect: 'after', answer: 'reset' });
    const down = world.emulator.override({ method: 'GET', path, times: 1_000, answer: { status: 503 } });
    const lines = await run(paymentId, (count) => count === 3 && down.release());
    expect(lines).toEqual([...Array.from({ length: 3 }, () => checking), cancelled]);
  }, 60_000);

  it('knows every outcome and next action and no other', () => {
    const known: Record<Outcome, true> = { CANCELLED: true, PENDING: true, NOT_CANCELLED: true, UNKNOWN: true };
    expect(Object.keys(known)).toEqual(outcomes);
    const actions: readonly NextAction[] = nextActions;
    for (const action of actions) expect(whatNow(action)).not.toBe('');
  });
});
