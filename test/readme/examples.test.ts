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

describe('the override of the README', () => {
  it('loses an answer, and the gateway finds out', async () => {
    const [, url = '', body = ''] = /(http\S+) -d '(.+)'$/.exec(loseNextAnswer(world.emulator.url)) ?? [];
    expect(readme).toContain(`\`${body}\``);
    expect(await fetch(url, { method: 'POST', body })).toMatchObject({ status: 201 });

    const paymentId = freshIds.MERCADO_PAGO.payment(1);
    const { cancelPayment } = await world.sdk.CancelPayment({ input: { paymentId } });
    expect(cancelPayment).toMatchObject({ outcome: 'CANCELLED', error: null });
    const about = world.emulator.requests.filter(({ path }) => path.endsWith(`/${paymentId}`));
    expect(about.map(({ method }) => method)).toEqual(['PUT', 'GET']);
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

  it('cancels a payment', async () => {
    expect(await run('10000000003')).toEqual([cancelled]);
  });

  it('follows a cancellation until it is settled', async () => {
    const lines = await run('50000000003');
    expect([lines[0], lines.at(-1)]).toEqual([checking, cancelled]);
  });

  it('follows for as long as it takes', async () => {
    world.emulator.override({ method: 'PUT', effect: 'after', answer: 'reset' });
    const down = world.emulator.override({ method: 'GET', times: 1_000, answer: { status: 503 } });
    const lines = await run(freshIds.MERCADO_PAGO.payment(1), (count) => count === 5 && down.release());
    expect(lines).toEqual([...Array.from({ length: 5 }, () => checking), cancelled]);
  }, 60_000);

  it('knows every outcome and next action and no other', () => {
    const known: Record<Outcome, true> = { CANCELLED: true, PENDING: true, NOT_CANCELLED: true, UNKNOWN: true };
    expect(Object.keys(known)).toEqual(outcomes);
    const actions: readonly NextAction[] = nextActions;
    for (const action of actions) expect(whatNow(action)).not.toBe('');
  });
});
