import { redact } from '../redaction/redact.ts';

const longestText = 128;

/** Everything that a log line may hold. What has no name here cannot be logged, by mistake or otherwise. */
const fieldNames = [
  'requestId',
  'operationName',
  'status',
  'durationMs',
  'url',
  'environment',
  'providers',
  'cancellationId',
  'provider',
  'api',
  'targetKind',
  'targetId',
  'outcome',
  'errorCode',
  'nextAction',
  'keyHash',
  'attempts',
  'reason',
  'step',
  'errorClass',
  'systemCode',
  'stack',
] as const;

export type Fields = { readonly [name in (typeof fieldNames)[number]]?: unknown };

export type Loggable = string | number | boolean | null | string[];

/** The allowed fields with safe values; objects are left out, since they may hold anything. */
export function allowed(fields: Fields): Record<string, Loggable> {
  const safe: Record<string, Loggable> = {};
  for (const name of fieldNames) {
    const value = name === 'targetId' ? loggableId(fields[name]) : loggable(fields[name]);
    if (value !== undefined) safe[name] = value;
  }
  return safe;
}

function loggable(value: unknown): Loggable | undefined {
  if (typeof value === 'string') return redact(value, longestText);
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value;
  if (!Array.isArray(value)) return undefined;
  return value.filter((item) => typeof item === 'string').map((item) => redact(item, longestText));
}

/** A payment's id is shown though its digits may be right for a tax id by chance: support looks for it. */
function loggableId(value: unknown): Loggable | undefined {
  return typeof value === 'string' && /^\d{1,12}$/.test(value) ? value : loggable(value);
}
