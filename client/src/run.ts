import type { Answer, Question, Target, TargetKind } from './answer.ts';
import { type Asker, ask } from './asking.ts';
import { spread } from './delays.ts';
import type { Language, Sdk } from './generated/sdk.ts';
import { Listening } from './listening.ts';
import { begin, type Move, nextStep, type Progress, type Step } from './next-step.ts';
import type { Clock, FollowOptions, Subscribe } from './options.ts';
import type { CancelOutcome, End } from './outcome.ts';
import { Stop } from './stop.ts';
import { outcomeOf, progressOf, type Subject } from './told.ts';

/** What every run of one client shares. */
export interface Tools {
  readonly sdk: Sdk;
  readonly departed: Asker['departed'];
  readonly clock: Clock;
  readonly random: () => number;
  readonly subscribe: Subscribe | null;
  readonly language: Language;
}

export interface Task {
  readonly target: Target | null;
  readonly kind: TargetKind;
  readonly idempotencyKey: string;
  readonly sentBefore: boolean;
  readonly first: Question;
}

const usualDeadlineMs = 60_000;
/** While a subscription is silent the cancellation is looked at all the same: a dead connection is silent too. */
const silenceMs = 30_000;

/** Asks and follows until the answer is final, nothing more may be asked, or time is up; null where the key was never accepted. */
export async function run(task: Task, options: FollowOptions, tools: Tools): Promise<CancelOutcome | null> {
  const stop = new Stop(tools.clock, options.deadlineMs ?? usualDeadlineMs, options.signal);
  const current = new Run(task, options, tools, stop);
  try {
    return await current.toEnd();
  } finally {
    stop.close();
    current.close();
  }
}

/** One run: the driver of `nextStep`, which decides everything. */
class Run {
  readonly #asker: Asker;
  readonly #subject: Subject;
  readonly #stop: Stop;
  readonly #tools: Tools;
  readonly #first: Question;
  readonly #onUpdate: FollowOptions['onUpdate'];
  #progress: Progress;
  #listening: Listening | null = null;
  #told = '';

  constructor(task: Task, options: FollowOptions, tools: Tools, stop: Stop) {
    const { target, kind, idempotencyKey, sentBefore, first } = task;
    const { sdk, departed, clock } = tools;
    const language = options.language ?? tools.language;
    this.#asker = { sdk, departed, clock, idempotencyKey, language, stop };
    this.#subject = { kind, idempotencyKey, language };
    this.#stop = stop;
    this.#tools = tools;
    this.#first = first;
    this.#onUpdate = options.onUpdate;
    this.#progress = begin({ target, sentBefore });
  }

  async toEnd(): Promise<CancelOutcome | null> {
    let step: Step = { kind: 'ask', question: this.#first, afterMs: 0 };
    while (step.kind === 'ask') {
      const answer = await this.#answer(step.question, spread(step.afterMs, this.#tools.random));
      if (answer === null) break;
      const move: Move = nextStep(this.#progress, step.question, answer);
      this.#progress = move.progress;
      step = move.step;
      if (step.kind === 'ask') this.#update();
    }
    if (step.kind === 'never-accepted') return null;
    return this.#outcome(step.kind === 'end' ? step.end : (this.#stop.reason ?? 'DEADLINE'));
  }

  close(): void {
    this.#listening?.close();
  }

  /** Null when time is up. */
  async #answer(question: Question, afterMs: number): Promise<Answer | null> {
    const heard = await this.#hear(question, Math.max(silenceMs, afterMs));
    if (heard !== null) return heard;
    const listening = this.#listening !== null && !this.#listening.ended;
    if (!(await this.#stop.pause(listening ? 0 : afterMs))) return null;
    const answer = await ask(question, this.#asker);
    if (answer.kind === 'told' || answer.kind === 'absent') this.#listening?.drop();
    return answer;
  }

  /** What a subscription tells next; null where there is none, it broke, or it has been silent for so long. */
  async #hear(question: Question, forMs: number): Promise<Answer | null> {
    const listening = this.#listenFor(question);
    const known = (await listening?.next((told) => this.#stop.wait(forMs, told))) ?? null;
    return known === null ? null : { kind: 'told', known };
  }

  /** To what is followed alone: what was told of it before anything else was asked is old by the time of the answer. */
  #listenFor(question: Question): Listening | null {
    const { subscribe } = this.#tools;
    const id = question.kind === 'follow' ? question.id : null;
    if (this.#listening !== null && this.#listening.id !== id) {
      this.#listening.close();
      this.#listening = null;
    }
    if (subscribe !== null && id !== null) this.#listening ??= new Listening(subscribe, id, this.#asker.language);
    return this.#listening;
  }

  #outcome(end: End): CancelOutcome {
    return outcomeOf(this.#subject, this.#progress, end);
  }

  /** Told of a change alone, and in a turn of its own: where the app fails at it, the cancel goes on. */
  #update(): void {
    const progress = progressOf(this.#subject, this.#progress);
    const told = JSON.stringify(progress);
    if (told === this.#told || this.#onUpdate === undefined) return;
    this.#told = told;
    Promise.resolve(progress).then(this.#onUpdate).catch(console.error);
  }
}
