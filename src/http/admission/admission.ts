/** Cancels go before reads. */
export type RequestKind = 'cancel' | 'read';

/** A request at the door. One of the two is called, once. */
export interface Arrival {
  start(): void;
  refuse(): void;
}

export interface AdmissionOptions {
  /** How many requests are in flight at most; for reads it is three quarters of that. */
  readonly maxInFlight: number;
  /** Milliseconds of a clock that never goes back. */
  readonly now?: () => number;
  /** Calls back in the next turn of the event loop. */
  readonly nextTurn?: (callback: () => void) => void;
}

/** Milliseconds. While one turn of the event loop starts so much, nobody else is served, and nobody refused. */
const turnMs = 5;
/** While the first of many of a kind has waited longer than this, no more of its kind are taken in. */
const longestWaitMs = 500;
/** While the first of many cancels has waited longer than this, reads are not taken in: they would wait behind all of them. */
const longestWaitBehindMs = 100;
/** A read that is kept waiting by cancels is refused after this. */
const patienceMs = 1_000;

/**
 * Which requests are worked on, and when. The event loop is what a gateway runs short of first: what it starts in one
 * turn delays every answer of that turn, refusals too. So a turn starts what fits into a few milliseconds, the others
 * wait for theirs, and whoever would wait too long is refused at once, having cost next to nothing.
 */
export class Admission {
  readonly #maxInFlight: number;
  readonly #maxReads: number;
  /** So few are worked off before any of them could come again, however long a process that stood still kept them. */
  readonly #few: number;
  readonly #now: () => number;
  readonly #nextTurn: (callback: () => void) => void;
  readonly #waiting = { cancel: new Queue(), read: new Queue() };
  #inFlight = 0;
  #turnBeganAt: number | null = null;
  #turnIsDue = false;

  constructor({ maxInFlight, now = () => performance.now(), nextTurn = setImmediate }: AdmissionOptions) {
    this.#maxInFlight = maxInFlight;
    this.#maxReads = Math.ceil((maxInFlight * 3) / 4);
    this.#few = maxInFlight / 4;
    this.#now = now;
    this.#nextTurn = nextTurn;
  }

  /** Whether one that arrives now is turned away. */
  refuses(kind: RequestKind): boolean {
    const max = kind === 'cancel' ? this.#maxInFlight : this.#maxReads;
    return this.#inFlight >= max || this.#isLate(kind);
  }

  /** Starts or refuses a request whatever its kind. False where the kind decides. */
  takesAny(arrival: Arrival): boolean {
    if (this.refuses('cancel')) arrival.refuse();
    else if (this.#inFlight < this.#maxReads && this.#isIdle()) this.#start(arrival);
    else return false;
    return true;
  }

  /** Starts a request, lets it wait for its turn, or refuses it. */
  take(kind: RequestKind, arrival: Arrival): void {
    if (this.refuses(kind)) arrival.refuse();
    else if (this.#isIdle()) this.#start(arrival);
    else {
      this.#inFlight += 1;
      this.#waiting[kind].add(arrival, this.#now());
      this.#awaitTurn();
    }
  }

  /** One that was started has been answered. */
  leave(): void {
    this.#inFlight -= 1;
  }

  /** Whether nobody waits and this turn has time left. */
  #isIdle(): boolean {
    if (this.#waiting.cancel.length + this.#waiting.read.length > 0) return false;
    return this.#turnBeganAt === null || this.#now() - this.#turnBeganAt < turnMs;
  }

  #isLate(kind: RequestKind): boolean {
    const { cancel } = this.#waiting;
    return (
      this.#isHeldUp(this.#waiting[kind], longestWaitMs) ||
      (kind === 'read' && this.#isHeldUp(cancel, longestWaitBehindMs))
    );
  }

  #isHeldUp(waiting: Queue, ms: number): boolean {
    return waiting.length >= this.#few && waiting.firstHasWaitedMs(this.#now()) > ms;
  }

  #start(arrival: Arrival): void {
    this.#inFlight += 1;
    this.#turnBeganAt ??= this.#now();
    this.#awaitTurn();
    arrival.start();
  }

  #awaitTurn(): void {
    if (this.#turnIsDue) return;
    this.#turnIsDue = true;
    this.#nextTurn(() => this.#beginTurn());
  }

  /** Starts the first who waits; what it causes ends before the loop turns on. */
  #beginTurn(): void {
    this.#turnIsDue = false;
    this.#turnBeganAt = null;
    const { cancel, read } = this.#waiting;
    while (cancel.length > 0 && read.firstHasWaitedMs(this.#now()) > patienceMs) {
      this.#inFlight -= 1;
      read.next()?.refuse();
    }
    const first = cancel.next() ?? read.next();
    if (first === undefined) return;
    this.#inFlight -= 1;
    this.#start(first);
  }
}

class Queue {
  readonly #arrivals: { readonly arrival: Arrival; readonly at: number }[] = [];

  get length(): number {
    return this.#arrivals.length;
  }

  add(arrival: Arrival, at: number): void {
    this.#arrivals.push({ arrival, at });
  }

  next(): Arrival | undefined {
    return this.#arrivals.shift()?.arrival;
  }

  firstHasWaitedMs(now: number): number {
    return now - (this.#arrivals[0]?.at ?? now);
  }
}
