import { pause } from '../clock.ts';
import { catalogue, type ErrorCode } from '../errors/catalogue.ts';
import { type Failure, failure } from '../errors/failure.ts';
import type { ReadResult, TargetRequest } from '../gateway.ts';
import type { ReadAnswer } from '../provider.ts';
import { type ResolvedTarget, resolveTarget } from '../rules/resolve-target.ts';
import { rereadDelayMs, retryAfterRateLimitMs, retryDelaysMs, waitForRateLimitMs } from '../rules/retry-delays.ts';
import type { Target } from '../target/target.ts';
import type { Engine } from './engine.ts';

/** What must be left of the caller's time after the delay, or a second read could not end within it. */
const leastTimeForRetryMs = 500;

/** Reads one target from its provider, with one retry where a second try may fare better. */
export async function read(engine: Engine, request: TargetRequest): Promise<ReadResult> {
  const resolved = resolveTarget(engine.providers, request, 'read');
  if ('code' in resolved) return { failure: resolved };
  const answer = await readWithRetry(engine, resolved);
  engine.events.answered(answer);
  return answer.kind === 'found' ? { snapshot: answer.snapshot } : { failure: failureOf(resolved.target, answer) };
}

async function readWithRetry(engine: Engine, { adapter, target }: ResolvedTarget): Promise<ReadAnswer> {
  const { clock, deadlines, retryBudget } = engine;
  const until = clock.now() + deadlines.readMs;
  engine.traffic.count(target.provider);
  retryBudget.earn(target.provider);
  const first = await adapter.read(target, { deadlineMs: deadlines.readMs, inBackground: false });
  const delayMs = worthRetrying(first);
  if (delayMs === null || until - clock.now() - delayMs < leastTimeForRetryMs) return first;
  // During an outage every read wants its retry, and together they would double the load.
  if (retryBudget.left(target.provider) < 1) return first;
  retryBudget.spend(target.provider);
  await pause(clock, delayMs);
  return adapter.read(target, { deadlineMs: until - clock.now(), inBackground: false });
}

/** Milliseconds after which the same read may fare better; null when it will not. */
function worthRetrying(answer: ReadAnswer): number | null {
  if (answer.kind === 'not-sent') return answer.reason === 'not-connected' ? rereadDelayMs : null;
  if (answer.kind === 'failed') return rereadDelayMs;
  // An unreadable 2xx will be as unreadable again; a lost connection or a gateway's error page will not.
  if (answer.kind === 'lost') return !answer.answered || isServerError(answer) ? rereadDelayMs : null;
  return answer.kind === 'rate-limited' ? waitForRateLimitMs(answer.retryAfterMs) : null;
}

function isServerError(answer: ReadAnswer): boolean {
  return (answer.upstream.httpStatus ?? 0) >= 500;
}

function failureOf(target: Target, answer: Exclude<ReadAnswer, { kind: 'found' }>): Failure {
  if (answer.kind === 'rate-limited') {
    const retryAfterMs = retryAfterRateLimitMs(answer.retryAfterMs);
    return failure('PROVIDER_RATE_LIMITED', answer.upstream, { retryAfterMs });
  }
  const code = codeOf(answer);
  const retryAfterMs = code === 'PROVIDER_UNREACHABLE' ? retryDelaysMs.unreachable : null;
  const detail = answer.kind === 'refused' ? answer.detail : {};
  return failure(code, answer.upstream, { targetId: target.id, retryAfterMs, ...detail });
}

function codeOf(answer: Exclude<ReadAnswer, { kind: 'found' | 'rate-limited' }>): ErrorCode {
  switch (answer.kind) {
    case 'refused':
      return meansSomethingToARead(answer.code) ? answer.code : 'UNRECOGNIZED_PROVIDER_ERROR';
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

function meansSomethingToARead(code: ErrorCode): boolean {
  const operations: readonly string[] = catalogue[code].operations;
  return operations.includes('read');
}
