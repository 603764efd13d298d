import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type NextAction, type Outcome, whatNow } from '../../examples/graphql-request/what-now.ts';
import { nextActions, outcomes } from '../../src/cancellation/outcome.ts';
import { freshIds } from '../../src/emulator/index.ts';
import { buildSchema } from '../../src/graphql/schema.ts';
import { startWorld, type World } from '../world.ts';
import { blocks, blocksOf } from './readme.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const schema = buildSchema();

describe('the documents of the README', () => {
  it.each(blocksOf('graphql'))('are valid: number %#', ({ text }) => {
    expect(validate(schema, parse(text))).toEqual([]);
  });

  const answered = blocks.flatMap((block, index) => {
    const next = blocks[index + 1];
    return block.language === 'graphql' && next?.language === 'json' ? [{ query: block.text, answer: next.text }] : [];
  });

  it('include a success and a failure with their answers', () => {
    expect(answered).toHaveLength(2);
  });

  it.each(answered)('are answered as printed: number %#', async ({ query, answer }) => {
    expect({ data: await world.ask(query) }).toEqual(JSON.parse(answer));
  });
});

describe('the example client', () => {
  const run = async (paymentId: string) => {
    const script = new URL('../../examples/graphql-request/cancel.ts', import.meta.url).pathname;
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, paymentId, world.url]);
    return stdout;
  };

  it('cancels a payment', async () => {
    expect(await run('10000000003')).toBe(
      'CANCELLED: Your payment was cancelled. (NOTHING: nothing is left to do; outcome says whether it is cancelled)\n',
    );
  });

  it('follows a cancellation until it is settled', async () => {
    const paymentId = freshIds.payment(1);
    const path = `/v1/payments/${paymentId}`;
    world.emulator.bend({ method: 'PUT', path, effect: 'after', answer: 'reset' });
    world.emulator.bend({ method: 'GET', path, times: 2, answer: { status: 503, body: { message: 'down' } } });
    const [first, second] = (await run(paymentId)).split('\n');
    expect(first).toMatch(/^UNKNOWN: .*WAIT/);
    expect(second).toBe(
      'CANCELLED: Your payment was cancelled. (NOTHING: nothing is left to do; outcome says whether it is cancelled)',
    );
  });

  it('knows every outcome and next action and no other', () => {
    const known: Record<Outcome, true> = { CANCELLED: true, PENDING: true, NOT_CANCELLED: true, UNKNOWN: true };
    expect(Object.keys(known)).toEqual(outcomes);
    const actions: readonly NextAction[] = nextActions;
    for (const action of actions) expect(whatNow(action)).not.toBe('');
  });
});
