import { type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import { freshIds, sandboxIds } from '../../../src/emulator/index.ts';
import type { Random } from '../../doubles/random.ts';

/** The name of an enum's value, which stands without quotation marks in a document. */
class Name {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toJSON(): string {
    return this.text;
  }
}

/** Ids that no other request of the run has: what a provider is sent about one is that request's doing. */
export function ownIds(n: number): [string, string, string] {
  return [freshIds.MERCADO_PAGO.payment(n), freshIds.MERCADO_PAGO.order(n), freshIds.VTEX.payment(n)];
}

/** Found fast: an id that a provider answers slowly would test its patience and not the gateway's. */
const documented = sandboxIds.filter(({ httpStatus }) => httpStatus < 500).map(({ id }) => id);

const longest = 70_000;

export const hostileTexts: readonly [string, ...string[]] = [
  ...([
    '',
    ' ',
    '\0',
    '\r\n',
    '\t',
    '"',
    '\\',
    '\ud800',
    '\u202e',
    '🔑',
    '７',
    '%00',
    '..',
    '../..',
    '//evil.com',
  ] as const),
  ...([
    "' or 1=1 --",
    '<script>alert(1)</script>',
    '{{7*7}}',
    '__proto__',
    'constructor',
    '$ne',
    'null',
    'NaN',
    '-0',
  ] as const),
  ...(['9007199254740993', '1e309', '0x10', '{"level":50}', '\u001b[2J', 'Q'.repeat(65), 'Q'.repeat(500)] as const),
];

/** A value for an argument of this type: right as a rule, and wrong by `wrongness`. */
export function valueFor(type: GraphQLInputType, random: Random, ids: readonly string[], wrongness: number): unknown {
  if (random.chance(wrongness)) return wrong(random);
  if (isNonNullType(type)) return valueFor(type.ofType, random, ids, wrongness);
  if (isListType(type)) {
    const length = random.chance(0.05) ? random.int(0, 60) : random.int(1, 3);
    return Array.from({ length }, () => valueFor(type.ofType, random, ids, wrongness));
  }
  if (isEnumType(type)) return new Name(type.getValues()[random.int(0, type.getValues().length - 1)]?.name ?? 'NONE');
  if (!isInputObjectType(type)) return scalar(type.name, random, ids);
  const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type) || random.chance(0.4));
  return Object.fromEntries(fields.map(({ name, type }) => [name, valueFor(type, random, ids, wrongness)]));
}

function scalar(name: string, random: Random, ids: readonly string[]): unknown {
  if (name === 'Int') return random.pick([1, 20, 100, 101, 60, 86_400, -1, 2_147_483_647]);
  if (name === 'Boolean') return random.chance(0.5);
  if (name === 'DateTime') return random.pick(['2026-01-31T12:00:00Z', '2026-13-31T12:00:00Z', 'soon']);
  if (name === 'ID') return ids[random.int(0, ids.length - 1)] ?? '';
  return random.chance(0.5) ? `key-${random.int(0, 1_000_000_000)}` : random.pick(hostileTexts);
}

function wrong(random: Random): unknown {
  const text = random.pick(hostileTexts);
  const nested = Array.from({ length: random.int(1, 30) }).reduce<unknown>((inner) => [inner], text);
  return random.pick<unknown>([text, null, true, 1.5, -1, 2 ** 53, {}, [], [text], { [text]: text }, nested]);
}

export function readableIds(random: Random): string[] {
  const some = Array.from({ length: 3 }, () => documented[random.int(0, documented.length - 1)] ?? '');
  return [...some, random.pick(hostileTexts), 'Q'.repeat(random.chance(0.01) ? longest : 40)];
}

/** As it stands in a document. */
export function inDocument(value: unknown): string {
  if (value instanceof Name) return value.text;
  if (Array.isArray(value)) return `[${value.map(inDocument).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  return `{ ${Object.entries(value)
    .map(([name, inner]) => `${name}: ${inDocument(inner)}`)
    .join(', ')} }`;
}
