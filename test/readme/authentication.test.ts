import type { JWTPayload } from 'jose';
import { describe, expect, it } from 'vitest';
import { callerOf } from '../../src/auth/token-caller.ts';
import { scopes } from '../../src/cancellation/target/caller.ts';
import { file } from './readme.ts';

const page = file('docs/authentication.md');
const firstCells = [...page.matchAll(/^\| (`.+?`(?:, `.+?`)*)/gm)].flatMap(([, cell = '']) => cell.match(/[^`, ]+/g));

describe('the page for whoever connects an identity provider', () => {
  it('names every scope', () => {
    expect(firstCells.filter((cell) => scopes.some((scope) => scope === cell)).sort()).toEqual([...scopes].sort());
  });

  it('names every reason for which a token is refused', () => {
    const source = file('src/auth/token-authenticator.ts');
    const reasons = [...source.matchAll(/refused\('([a-z-]+)'\)|ERR_\w+: '([a-z-]+)'|\?\? '([a-z-]+)'/g)];
    const names = reasons.map(([, ...found]) => found.find((name) => name !== undefined));
    expect(names.length).toBeGreaterThan(7);
    expect(names.filter((name) => !firstCells.includes(name ?? ''))).toEqual([]);
  });

  it('shows tokens that are what it says', () => {
    const blocks = [...page.matchAll(/^```json\n(.*?)^```/gms)].map(([, json = '']): JWTPayload => JSON.parse(json));
    const tokens = blocks.filter(({ sub }) => sub !== undefined);
    const callers = tokens.map((claims) => callerOf(claims, (tenant) => (tenant === 'acme' ? 'acme' : 'default')));
    expect(callers).toMatchObject([
      { caller: { id: 'back-office', principalClass: 'service', scopes: new Set(scopes), owns: null } },
      {
        caller: {
          tenant: 'default',
          principalClass: expect.stringMatching(/^shopper:/),
          scopes: new Set(['payments:read', 'payments:cancel', 'orders:cancel', 'cancellations:read']),
          owns: {
            payments: new Set(['1234567890']),
            orders: new Set(['ORD01J67CQQH5904WDBVZEM4JMEP3']),
            externalReferences: new Set(['cart-4711']),
          },
        },
      },
      { caller: { tenant: 'acme', principalClass: 'service', owns: null } },
    ]);
    for (const { iat = 0, exp = 0 } of tokens) expect(exp - iat).toBeLessThanOrEqual(3_600);
  });
});
