import { expect, it } from 'vitest';
import { parseJson } from '../../src/rest/json.ts';

it.each([
  ['{"id":9007199254740993}', { id: '9007199254740993' }],
  ['{"id":90071992547409931}', { id: '90071992547409931' }],
  ['{"amount":75.760}', { amount: '75.760' }],
  ['[1,-2.5e3,"x",true,null]', ['1', '-2.5e3', 'x', true, null]],
  ['{"__proto__":{"status":"cancelled"}}', JSON.parse('{"__proto__":{"status":"cancelled"}}')],
])('keeps %s as written', (text, value) => {
  expect(parseJson(text)).toEqual(value);
});

it('lets no member change the prototype', () => {
  const parsed = parseJson('{"__proto__":{"status":"cancelled"}}') as Record<string, unknown>;
  expect(parsed['status']).toBeUndefined();
});

it.each([
  ['nothing', ''],
  ['half an object', '{"id":1'],
  ['a trailing comma', '{"id":1,}'],
  ['HTML', '<html></html>'],
  ['plain text', 'local_rate_limited'],
  ['two values', '{}{}'],
  ['a key with two values', '{"status":"cancelled","status":"approved"}'],
  ['absurd nesting', '['.repeat(200_000)],
])('finds no JSON in %s', (_, text) => {
  expect(parseJson(text)).toBeUndefined();
});
