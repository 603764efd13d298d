import { setTimeout as wait } from 'node:timers/promises';
import { healthy } from '../../../doubles/provider/faults.ts';
import { type FaultyTarget, faultyTarget } from '../provider/target.ts';
import type { Expectation, ExpectedAnswer } from '../rows/expectation.ts';
import { type Cell, earlyAnswer } from '../rows/matrix.ts';
import type { Answer } from './ask.ts';
import { alertViolations, bugs, circuitViolations, leaks, ledgerViolations } from './checks.ts';
import { faultPlanOf } from './fault-plan.ts';
import type { Lane } from './lane.ts';

/** Runs one cell, and returns what was not as it has to be. */
export async function runCell(lane: Lane, cell: Cell): Promise<string[]> {
  const run = new CellRun(lane, cell);
  try {
    await (cell.column === 'Q' ? run.query() : run.cancel());
    // What a gateway in a process of its own has logged is here once it has answered a later message.
    await lane.gateway.jump(0);
    run.checkWhatAlwaysHolds();
  } catch (error) {
    run.violations.push(error instanceof Error ? error.message.slice(0, 300) : String(error));
  }
  await lane.recover(run.resends);
  return run.violations;
}

class CellRun {
  readonly violations: string[] = [];
  readonly #lane: Lane;
  readonly #cell: Cell;
  readonly #target: FaultyTarget;
  readonly #logFrom: number;
  readonly #answersFrom: number;
  readonly #callsFrom: number;

  constructor(lane: Lane, cell: Cell) {
    const { variant, column, mode } = cell;
    this.#lane = lane;
    this.#cell = cell;
    this.#target = lane.provider.add(faultyTarget(column, faultPlanOf(variant, column, mode), variant.status));
    this.#logFrom = lane.gateway.log.length;
    this.#answersFrom = lane.answers.length;
    this.#callsFrom = lane.provider.calls.length;
  }

  /** Requests that may have drawn on the budget of resends. */
  get resends() {
    const { column, variant, expected } = this.#cell;
    const sentAgain = expected.tries?.startsWith('CC') || (expected.sends ?? 0) > 1;
    const resent = sentAgain || (column === 'Q' && expected.reads !== 1) || variant.connectionFault !== undefined;
    return { mercadoPago: resent && column !== 'V' ? 1 : 0, vtex: resent && column === 'V' ? 1 : 0 };
  }

  async query(): Promise<void> {
    const { expected } = this.#cell;
    await this.#begin();
    const { __typename, code = null } = await this.#lane.client.read(this.#target.id);
    const outcome = __typename === 'Payment' ? 'READ' : 'NOT_READ';
    this.#expect('answer', { outcome, code, action: '-' }, expected.answer);
    this.#expect('reads', this.#count('read'), expected.reads);
  }

  async cancel(): Promise<void> {
    const { mode, expected, variant } = this.#cell;
    const { client } = this.#lane;
    await this.#begin();
    const key = `cell-${this.#target.id}`;
    const first = client.cancel(this.#target, key);
    const early = mode === 'again' || mode === 'heals' ? earlyAnswer(this.#cell) : expected.early;
    const answering = mode === 'twin' ? this.#twin(key, first) : first;
    let answer = await (early === undefined ? answering : this.#hurry(answering));
    if (early !== undefined && mode !== 'twin') this.#expectTold('early answer', answer, early);
    await this.#ended(early !== undefined);
    if (mode === 'again' || mode === 'heals') {
      await this.#getWell();
      if (variant.lands) this.#land();
      if (variant.waitsMs !== undefined) await this.#lane.gateway.jump(variant.waitsMs);
      if (mode === 'heals') return this.#heals(answer);
      answer = await client.cancel(this.#target, key);
      this.#expect('replayed', answer.replayed, expected.replayed ?? false);
    }
    if (expected.early === undefined || mode === 'again') {
      this.#expectTold('answer', answer, expected.answer);
      const tries = answer.cancellation?.attempts.map(({ kind }) => (kind === 'CANCEL' ? 'C' : 'R')).join('');
      if (expected.tries !== undefined) this.#expect('attempts', tries, expected.tries);
    } else {
      this.#expect('end', this.#lastLogged(), expected.answer);
    }
    this.#expectCalls(expected);
  }

  checkWhatAlwaysHolds(): void {
    const { gateway, answers } = this.#lane;
    const log = gateway.log.slice(this.#logFrom);
    const texts = [...log, ...answers.slice(this.#answersFrom)];
    const calls = this.#lane.provider.calls.slice(this.#callsFrom);
    this.violations.push(
      ...ledgerViolations(this.#cell, this.#target, calls),
      ...leaks(texts),
      ...bugs(log),
      ...alertViolations(this.#target, log),
      ...circuitViolations(this.#cell, log),
    );
    const { strays } = this.#lane.provider;
    if (strays.length > 0) this.violations.push(`strays: ${strays.splice(0).join(', ')}`);
  }

  async #begin(): Promise<void> {
    const { variant, column, mode } = this.#cell;
    if (variant.warm) await this.#lane.warm();
    // Unread, a cancel and a read look alike: the first connection is the cancel's.
    const isFirstOnly =
      mode === 'once' || (variant.connectionFault === 'unread' && column !== 'Q' && !this.#readsFail());
    if (variant.connectionFault !== undefined)
      await this.#lane.meet(variant.connectionFault, isFirstOnly ? 1 : Number.POSITIVE_INFINITY);
  }

  #readsFail(): boolean {
    return this.#cell.mode === 'reads' || this.#cell.mode === 'heals';
  }

  async #twin(key: string, first: Promise<Answer>): Promise<Answer> {
    while (this.#count('cancel') === 0) await wait(2);
    const [one, two] = await Promise.all([first, this.#lane.client.cancel(this.#target, key)]);
    this.#expectTold('first answer', one, { outcome: 'UNKNOWN', code: 'OUTCOME_UNKNOWN', action: 'WAIT' });
    if (this.#cell.expected.early !== undefined) this.#expectTold('second answer', two, this.#cell.expected.early);
    this.#expect('cancellation', two.cancellation?.id, one.cancellation?.id);
    return one;
  }

  async #getWell(): Promise<void> {
    this.#target.plan = healthy;
    await this.#lane.meet(null, 0);
    await this.#lane.closeCircuits();
  }

  #land(): void {
    const { provider } = this.#lane;
    provider.execute(this.#target, provider.callsOf(this.#target, 'cancel')[0]?.key ?? 'none');
  }

  async #heals(answer: Answer): Promise<void> {
    const { expected } = this.#cell;
    this.#expect('open before', answer.outcome === 'UNKNOWN' || answer.outcome === 'PENDING', true);
    await this.#logged('"cancellationSettled"', 1);
    const end = await this.#lane.client.follow(answer.cancellation?.id ?? '');
    this.#expect('end', end && { outcome: end.outcome, code: end.errorCode, action: end.nextAction }, expected.answer);
    this.#expectCalls(expected);
  }

  #expectCalls({ sends, reads }: Expectation): void {
    this.#expect('sends', this.#count('cancel'), sends);
    if (reads !== null) this.#expect('reads', this.#count('read'), reads);
  }

  #count(kind: 'cancel' | 'read'): number {
    return this.#lane.provider.callsOf(this.#target, kind).length;
  }

  #expectTold(what: string, answer: Answer, { outcome, code, action, retryAfterMs }: ExpectedAnswer): void {
    const { errorCode, nextAction } = answer;
    this.#expect(what, { outcome: answer.outcome, code: errorCode, action: nextAction }, { outcome, code, action });
    if (retryAfterMs !== undefined) this.#expect('retryAfterMs', answer.retryAfterMs, retryAfterMs);
  }

  #expect(what: string, actual: unknown, expected: unknown): void {
    const [is, mustBe] = [JSON.stringify(actual), JSON.stringify(expected)];
    if (is !== mustBe) this.violations.push(`${what}: ${is}, not ${mustBe}`);
  }

  /** Waits until the run has ended; where nothing but a deadline is waited for, it is brought nearer. */
  async #ended(hangs: boolean): Promise<void> {
    const ended = this.#logged('"event":"cancellation', 1);
    await (hangs ? this.#hurry(ended, () => this.#count('read') === 0) : ended);
  }

  /** Lets time run faster while the provider is silent. At real deadlines it does not. */
  async #hurry<T>(promise: Promise<T>, silent = () => true): Promise<T> {
    let over = false;
    const end = () => {
      over = true;
    };
    promise.then(end, end);
    while (!over && this.#lane.options.speed > 1) {
      await wait(3);
      if (!over && this.#count('cancel') > 0 && silent()) await this.#lane.gateway.jump(100);
    }
    return promise;
  }

  async #logged(event: string, times: number): Promise<void> {
    const until = Date.now() + 20_000 + 60_000 / this.#lane.options.speed;
    while (this.#lines(event).length < times) {
      if (Date.now() > until) throw new Error(`No line ${event} in time.`);
      await wait(3);
    }
  }

  #lines(event: string): string[] {
    const about = `"targetId":"${this.#target.id}"`;
    return this.#lane.gateway.log.slice(this.#logFrom).filter((line) => line.includes(event) && line.includes(about));
  }

  #lastLogged() {
    const { outcome, errorCode, nextAction } = JSON.parse(this.#lines('"event":"cancellation').at(-1) ?? '{}');
    return { outcome, code: errorCode, action: nextAction };
  }
}
