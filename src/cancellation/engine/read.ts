import { pause, withTimeout } from '../clock.ts';
import { type ErrorCode, entryOf } from '../errors/catalogue.ts';
import { type Failure, failure, noAnswerOf } from '../errors/failure.ts';
import type { ReadResult, TargetRequest } from '../gateway.ts';
import type { CallFailure, ReadAnswer } from '../provider.ts';
import { failureAbout } from '../rules/failure-about.ts';
import { isShopper, missing, ownershipOf, readAsShopper, type Shopper } from '../rules/ownership.ts';
import { type ResolvedTarget, resolveTarget } from '../rules/resolve-target.ts';
import { rereadDelayMs, retryAfterRateLimitMs, waitForRateLimitMs } from '../rules/retry-delays.ts';
import { failureToShopper } from '../rules/told.ts';
import type { Caller } from '../target/caller.ts';
import { type Lane, laneOf } from '../target/lane.ts';
import type { ProviderId } from '../target/target.ts';
import { msToEnd } from './answer-time.ts';
import type { Engine } from './engine.ts';
import type { FlightEnd } from './reads-in-flight.ts';

/** What must be left of the caller's time after the delay, or a second read could not end within it. */
const leastTimeForRetryMs = 500;

/** Reads one target from its provider, for a caller to whom it exists. */
export async function read(
  engine: Engine,
  caller: Caller,
  request: TargetRequest,
  arrivedAt: number,
): Promise<ReadResult> {
  const resolved = resolveTarget(engine.tenants.providersOf(caller.tenant), request, 'read');
  if (resolved.kind === 'refused') return { kind: 'failed', failure: resolved.failure };
  const msLeft = msToEnd(engine, arrivedAt);
  if (!isShopper(caller)) return readTarget(engine, askedBy(caller, resolved), msLeft);
  const told = await readForShopper(engine, caller, resolved, msLeft);
  return told.kind === 'found' ? told : { kind: 'failed', failure: failureToShopper(told.failure) };
}

/** Where a shopper's token says already that the target is none of theirs, nobody is asked. */
export async function readForShopper(
  engine: Engine,
  shopper: Shopper,
  resolved: ResolvedTarget,
  msLeft: number,
): Promise<ReadResult> {
  const { owns } = shopper;
  const ownership = ownershipOf(owns, resolved);
  if (ownership === 'foreign') return missing(resolved.target);
  const result = await readTarget(engine, askedBy(shopper, resolved), msLeft);
  return ownership === 'listed' ? result : readAsShopper(owns, resolved.target, result);
}

/** What is read, and for whom. */
interface Asked {
  readonly tenant: string;
  readonly resolved: ResolvedTarget;
  /** Who has the same may wait for the same answer; null for a shopper, who waits for nobody's. */
  readonly rights: string | null;
}

/**
 * A shopper's read is made for that shopper alone: it is the proof of what is theirs, and how long it takes would tell whether
 * somebody else asks for the same.
 */
function askedBy({ tenant, scopes, owns }: Caller, resolved: ResolvedTarget): Asked {
  return { tenant, resolved, rights: owns === null ? rightsOf(scopes) : null };
}

const knownRights = new WeakMap<Caller['scopes'], string>();

/** Put in order once for each caller that is remembered: a list asks for every payment of it. */
function rightsOf(scopes: Caller['scopes']): string {
  const known = knownRights.get(scopes);
  if (known !== undefined) return known;
  const rights = [...scopes].sort().join(' ');
  knownRights.set(scopes, rights);
  return rights;
}

/** With one retry where a second try may fare better. */
async function readTarget(engine: Engine, asked: Asked, msLeft: number): Promise<ReadResult> {
  const { target } = asked.resolved;
  const answer = (await readInTime(engine, asked, msLeft)) ?? unanswered(target.provider);
  if (answer.kind === 'found') return { kind: 'found', snapshot: answer.snapshot };
  return { kind: 'failed', failure: failureOf(asked.resolved, answer) };
}

/**
 * Null when the request has to be answered first. The call goes on then: one that is cut off would count as a failure of
 * the provider.
 */
async function readInTime(engine: Engine, asked: Asked, msLeft: number): Promise<ReadAnswer | null> {
  if (msLeft <= 0) return null;
  const until = engine.clock.now() + Math.min(msLeft, engine.deadlines.readMs);
  return withTimeout(engine.clock, msLeft, readOrJoin(engine, asked, until));
}

/**
 * Waits for the same read where it is on its way, and makes it otherwise. One that ended in vain because the time of whoever
 * made it was up says nothing to a caller who has time left.
 */
async function readOrJoin(engine: Engine, asked: Asked, until: number): Promise<ReadAnswer> {
  const { tenant, resolved, rights } = asked;
  const { clock, reads } = engine;
  const lane = laneOf({ tenant, target: resolved.target });
  const name = rights === null ? null : `${resolved.target.kind} ${resolved.target.id} ${rights}`;
  const flight = name === null ? undefined : reads?.get(lane, name, resolved.adapter);
  if (flight !== undefined) {
    const { answer, isForLackOfTime } = await flight.end;
    const hasTimeLeft = until - clock.now() >= leastTimeForRetryMs;
    return isForLackOfTime && hasTimeLeft ? readOrJoin(engine, asked, until) : answer;
  }
  const end = readWithRetry(engine, lane, resolved, until).then((ended) => {
    engine.events.answered(ended.answer, { tenant, target: resolved.target }, 'read');
    return ended;
  });
  if (name !== null) reads?.add(lane, name, { adapter: resolved.adapter, end });
  return (await end).answer;
}

function unanswered(provider: ProviderId): CallFailure {
  return { kind: 'lost', reason: 'the answer was due first', answered: false, upstream: noAnswerOf(provider) };
}

async function readWithRetry(
  engine: Engine,
  lane: Lane,
  { adapter, target }: ResolvedTarget,
  until: number,
): Promise<FlightEnd> {
  const { clock, deadlines, retryBudget } = engine;
  engine.traffic.count(lane);
  retryBudget.earn(lane);
  const first = await adapter.read(target, { deadlineMs: deadlines.readMs, inBackground: false });
  const delayMs = delayBeforeRereadMs(first);
  if (delayMs === null) return { answer: first, isForLackOfTime: false };
  if (until - clock.now() - delayMs < leastTimeForRetryMs) return { answer: first, isForLackOfTime: true };
  // During an outage every read wants its retry, and together they would double the load.
  if (retryBudget.left(lane) < 1) return { answer: first, isForLackOfTime: false };
  retryBudget.spend(lane);
  await pause(clock, delayMs);
  const second = await adapter.read(target, { deadlineMs: until - clock.now(), inBackground: false });
  const isLate = until - clock.now() < leastTimeForRetryMs;
  return { answer: second, isForLackOfTime: isLate && delayBeforeRereadMs(second) !== null };
}

/** Milliseconds after which the same read may fare better; null when it will not. */
function delayBeforeRereadMs(answer: ReadAnswer): number | null {
  if (answer.kind === 'not-sent') return answer.reason === 'not-connected' ? rereadDelayMs : null;
  if (answer.kind === 'failed') return rereadDelayMs;
  // An unreadable 2xx will be as unreadable again; a lost connection or a gateway's error page will not.
  if (answer.kind === 'lost') return !answer.answered || isServerError(answer) ? rereadDelayMs : null;
  return answer.kind === 'rate-limited' ? waitForRateLimitMs(answer.retryAfterMs) : null;
}

function isServerError(answer: ReadAnswer): boolean {
  return (answer.upstream.httpStatus ?? 0) >= 500;
}

function failureOf({ target, rules }: ResolvedTarget, answer: Exclude<ReadAnswer, { kind: 'found' }>): Failure {
  if (answer.kind === 'rate-limited') {
    const retryAfterMs = retryAfterRateLimitMs(answer.retryAfterMs);
    return failure('PROVIDER_RATE_LIMITED', answer.upstream, { retryAfterMs });
  }
  return failureAbout(codeOf(answer), answer.upstream, { target, rules, authorizationId: null });
}

function codeOf(answer: Exclude<ReadAnswer, { kind: 'found' | 'rate-limited' }>): ErrorCode {
  switch (answer.kind) {
    case 'refused':
      return entryOf(answer.code).operations.includes('read') ? answer.code : 'UNRECOGNIZED_PROVIDER_ERROR';
    case 'unsupported':
      return 'OPERATION_NOT_SUPPORTED';
    case 'unrecognized':
      return 'UNRECOGNIZED_PROVIDER_ERROR';
    case 'failed':
      return 'PROVIDER_INTERNAL_ERROR';
    case 'not-sent':
      return 'PROVIDER_UNREACHABLE';
    case 'lost':
      if (!answer.answered) return 'PROVIDER_UNREACHABLE';
      return isServerError(answer) ? 'PROVIDER_INTERNAL_ERROR' : 'UNEXPECTED_PROVIDER_RESPONSE';
  }
}
