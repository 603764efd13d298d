import { expect, it } from 'vitest';
import { addressOf, pathUnder } from '../../src/rest/address.ts';

const bases = ['https://provider.example', 'https://provider.example/ppp/v2/', 'http://127.0.0.1:8080/a%20b'];

/** Every character of the first planes, alone and beside a dot, and what a URL parser may take for a step. */
const segments = [
  ...Array.from({ length: 0x3_00 }, (_, code) => String.fromCodePoint(code)).flatMap((c) => [c, `.${c}`, `${c}..`]),
  ...['%2e', '%2E%2e', '...', '..%2f', '\\..\\', '//', '日本', '😀', "a'b", ';x=1', '?a', '#b', '@', 'a:b'],
];

it.each(bases)('is the path that a URL parser makes of it under %s', (base) => {
  const address = addressOf(base);
  for (const segment of segments.filter((name) => !['', '.', '..'].includes(name))) {
    const path = pathUnder(address, ['payments', segment]);
    const { origin, pathname, search, hash } = new URL(path, base);
    expect([origin, pathname, search, hash]).toEqual([address.origin, path, '', '']);
    expect(path.startsWith(`${address.basePath}/payments/`)).toBe(true);
  }
});

it.each(['', '.', '..'])('does not come about with %j', (segment) => {
  expect(() => pathUnder(addressOf('https://provider.example/ppp'), ['payments', segment])).toThrow('left its base');
});
