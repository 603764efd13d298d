import type { ClaimDecision, ClaimRequest } from '../../cancellation/record/claim.ts';
import type { CancellationRecord, Joined } from '../../cancellation/record/record.ts';
import { joinedOf } from '../record-rows.ts';
import { isRefusal, type PostgresDatabase } from './postgres-database.ts';
import { type JoinedRow, usualClaim, usuallyClaimed, usualSettlement } from './usual-writes.ts';

/** While so many batches are on their way, whoever comes waits for the next: the more wait, the more share a commit. */
const onTheirWay = 2;
/** Few enough that a batch is written within milliseconds. */
const mostTogether = 64;

interface Answers {
  /** By the ids of the records, with the end of the lease, by the database's clock. */
  readonly claimed: Readonly<Record<string, number>>;
  readonly settled: Readonly<Record<string, JoinedRow>>;
}

const write = `
  select usual_claims(cast(:claims as json), :whole) as claimed, usual_settlements(cast(:settlements as json)) as settled`;

/** One claim or settlement that waits. */
interface Waiting {
  readonly givingUp: NodeJS.Timeout;
  readonly claim: ReturnType<typeof usualClaim> | null;
  readonly settlement: ReturnType<typeof usualSettlement> | null;
  resolve(answers: Answers | null): void;
  reject(error: unknown): void;
}

/**
 * Claims and settles what is usual, in one round trip and one commit for all that is there. Whatever is not usual is answered
 * with null, and nothing of it is written: it takes the long way, which knows every case.
 */
export class UsualBatches {
  readonly #database: PostgresDatabase;
  readonly #patienceMs: number;
  readonly #waiting: Waiting[] = [];
  #running = 0;

  /** Nobody waits for a place in a batch longer than for a connection, unless told otherwise. */
  constructor(database: PostgresDatabase, patienceMs: number) {
    this.#database = database;
    this.#patienceMs = patienceMs;
  }

  async claim(request: ClaimRequest): Promise<ClaimDecision | null> {
    const answers = await this.#wait({ claim: usualClaim(request), settlement: null });
    const leaseUntil = answers?.claimed[request.id];
    return leaseUntil === undefined ? null : usuallyClaimed(request, leaseUntil);
  }

  /** All of a list, or nothing. */
  async claimAll(requests: readonly ClaimRequest[]): Promise<readonly ClaimDecision[] | null> {
    const answers = await this.#write(requests.map(usualClaim), [], true);
    return answers && requests.map((request) => usuallyClaimed(request, answers.claimed[request.id] ?? 0));
  }

  async settle(record: CancellationRecord): Promise<Joined | null> {
    const answers = await this.#wait({ claim: null, settlement: usualSettlement(record) });
    const joined = answers?.settled[record.id];
    return joined === undefined ? null : joinedOf(joined);
  }

  #wait(piece: Pick<Waiting, 'claim' | 'settlement'>): Promise<Answers | null> {
    return new Promise((resolve, reject) => {
      const givingUp = setTimeout(() => this.#giveUp(waiting), this.#patienceMs);
      const waiting = { ...piece, givingUp, resolve, reject };
      this.#waiting.push(waiting);
      // What else this turn of the event loop brings goes along.
      process.nextTick(() => this.#next());
    });
  }

  /** It was never on its way, so nothing of it is written. */
  #giveUp(waiting: Waiting): void {
    this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
    waiting.reject(new Error('The record store is too slow for what waits for it.'));
  }

  #next(): void {
    if (this.#running >= onTheirWay || this.#waiting.length === 0) return;
    this.#running += 1;
    const batch = this.#waiting.splice(0, mostTogether);
    for (const { givingUp } of batch) clearTimeout(givingUp);
    void this.#send(batch).finally(() => {
      this.#running -= 1;
      this.#next();
    });
  }

  async #send(batch: readonly Waiting[]): Promise<void> {
    try {
      const claims = batch.flatMap(({ claim }) => claim ?? []);
      const settlements = batch.flatMap(({ settlement }) => settlement ?? []);
      const answers = await this.#write(claims, settlements, false);
      for (const { resolve } of batch) resolve(answers);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }

  /** Null when the database refused: it may be over one of them, and each finds out by itself. */
  async #write(claims: readonly unknown[], settlements: readonly unknown[], whole: boolean): Promise<Answers | null> {
    const parameters = {
      claims: JSON.stringify(claims),
      settlements: JSON.stringify(settlements),
      whole: whole ? 1 : 0,
    };
    try {
      const [answers] = await this.#database.atOnce<Answers>(write, parameters);
      return answers ?? null;
    } catch (error) {
      if (isRefusal(error) && error.code !== tookTooLong) return null;
      throw error;
    }
  }
}

/** Who tries again by itself would only wait as long once more. */
const tookTooLong = '57014';
