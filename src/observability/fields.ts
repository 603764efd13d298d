import { redact } from '../redaction/redact.ts';

const longestText = 128;
/** A provider's words are cut where they come in; here they stand whole. */
const longestTexts: { readonly [name in keyof Fields]?: number } = { upstreamMessage: 256, mistake: 256 };

/** Everything that a log line may hold. What has no name here cannot be logged, by mistake or otherwise. */
const fieldNames = [
  'requestId',
  'operationName',
  'status',
  'durationMs',
  'url',
  'environment',
  'providers',
  'tenants',
  'changed',
  'mistake',
  'tenant',
  'cancellationId',
  'provider',
  'api',
  'targetKind',
  'targetId',
  'outcome',
  'errorCode',
  'nextAction',
  'upstreamCode',
  'upstreamMessage',
  'keyHash',
  'attempts',
  'documentHash',
  'manifests',
  'documents',
  'count',
  'taken',
  'ignored',
  'refused',
  'turnedAway',
  'reason',
  'step',
  'errorClass',
  'systemCode',
  'stack',
] as const;

type FieldName = (typeof fieldNames)[number];
export type Fields = { readonly [name in FieldName]?: unknown };

const known: ReadonlySet<string> = new Set(fieldNames);

function isKnown(name: string): name is FieldName {
  return known.has(name);
}

export type Loggable = string | number | boolean | null | string[];

/** An event and its allowed fields with safe values; objects are left out, since they may hold anything. */
export function lineOf(event: string, fields: Fields): Record<string, Loggable> {
  const line: Record<string, Loggable> = { event };
  for (const name of Object.keys(fields)) {
    const shown = isKnown(name) ? shownAs(name, fields[name]) : undefined;
    if (shown !== undefined) line[name] = shown;
  }
  return line;
}

function shownAs(name: FieldName, value: unknown): Loggable | undefined {
  return isWholeId(name, value) ? value : loggable(value, longestTexts[name] ?? longestText);
}

function loggable(value: unknown, longest: number): Loggable | undefined {
  if (typeof value === 'string') return redact(value, longest);
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value;
  if (!Array.isArray(value)) return undefined;
  return value.filter((item) => typeof item === 'string').map((item) => redact(item, longest));
}

/** An id that the gateway made: every line has one, and to look for secrets in it would cost more than to write the line. */
const ownId = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/;

/**
 * What a target's whole id looks like; a bare number of 13 digits or more is none here, for it may be that of a
 * card. Support looks for ids in the log, so they stand there as they are, though a part may pass for a personal id by chance.
 */
const idForms: { readonly [name in keyof Fields]?: RegExp } = {
  targetId: /^(?:\d{1,12}|(?:ORD(?:TST)?)?[\dA-Za-z]{26})$/,
  requestId: ownId,
  cancellationId: ownId,
  keyHash: /^[\da-f]{8}$/,
};

function isWholeId(name: keyof Fields, value: unknown): value is string {
  return typeof value === 'string' && idForms[name]?.test(value) === true;
}
