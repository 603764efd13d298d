import { createHash } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { describe, expect, it } from 'vitest';
import { callerOf } from '../../src/auth/token-caller.ts';

const callerFrom = (claims: object) => {
  const read = callerOf({ sub: 'somebody', ...claims }, () => 'default');
  if (!('caller' in read)) throw new Error(`The claim ${read.malformedClaim} is malformed.`);
  return read.caller;
};
const nothing = { payments: new Set(), orders: new Set(), externalReferences: new Set() };

describe('a caller who acts for the merchant', () => {
  it('is known by its subject and shares the class of all its like', () => {
    expect(callerFrom({ sub: 'crm', scope: 'payments:read payments:cancel bulk', tenant: 'acme' })).toEqual({
      id: 'crm',
      tenant: 'default',
      principalClass: 'service',
      scopes: new Set(['payments:read', 'payments:cancel', 'bulk']),
      owns: null,
    });
  });

  it.each([undefined, '', 'openid profile', 'payments:READ', 'payments:cancel,orders:cancel', 'payments:read:'])(
    'may do nothing with the scope %j',
    (scope) => expect(callerFrom({ scope }).scopes).toEqual(new Set()),
  );

  it('owns nothing in particular, whatever its token lists', () => {
    expect(callerFrom({ scope: 'payments:read', external_references: ['cart-1'] }).owns).toBeNull();
  });
});

describe('a shopper', () => {
  it('is whoever has one scope that ends in :own, with all scopes for own targets alone', () => {
    const { scopes, owns } = callerFrom({ scope: 'orders:cancel payments:read:own bulk bulk:own pii:read' });
    expect([...scopes].sort()).toEqual(['orders:cancel', 'payments:read', 'pii:read']);
    expect(owns).toEqual(nothing);
  });

  it('has a class of their own, by a hash of the subject', () => {
    const hash = createHash('sha256').update('shopper-1').digest('base64url');
    const { id, principalClass } = callerFrom({ sub: 'shopper-1', scope: 'payments:cancel:own' });
    expect({ id, principalClass }).toEqual({ id: 'shopper-1', principalClass: `shopper:${hash}` });
  });

  it('owns what the token lists, of the types that are cancelled here', () => {
    const { owns } = callerFrom({
      scope: 'payments:read:own',
      authorization_details: [
        { type: 'payment', identifiers: ['1', '2'] },
        { type: 'payment', identifiers: ['3'], actions: ['cancel'] },
        { type: 'order', identifiers: ['ORD1'] },
        { type: 'account', identifiers: 7 },
      ],
      external_references: ['cart-1'],
    });
    expect(owns).toEqual({
      payments: new Set(['1', '2', '3']),
      orders: new Set(['ORD1']),
      externalReferences: new Set(['cart-1']),
    });
  });
});

it.each([
  ['sub', { sub: '' }],
  ['sub', { sub: {} }],
  ['sub', { sub: ['somebody'] }],
  ['sub', { sub: 7 }],
  ['sub', { sub: 'x'.repeat(256) }],
  ['sub', { sub: 'a\u0000b' }],
  ['sub', { sub: 'a\nb' }],
  ['sub', { sub: '\ud800' }],
  ['scope', { scope: ['payments:read'] }],
  ['scope', { scope: null }],
  ['authorization_details', { authorization_details: {} }],
  ['authorization_details', { authorization_details: 'payment' }],
  ['authorization_details', { authorization_details: [null] }],
  ['authorization_details', { authorization_details: ['payment'] }],
  ['authorization_details', { authorization_details: [{ type: 7 }] }],
  ['authorization_details', { authorization_details: [{ type: 'payment' }] }],
  ['authorization_details', { authorization_details: [{ type: 'payment', identifiers: '1' }] }],
  ['authorization_details', { authorization_details: [{ type: 'order', identifiers: [1] }] }],
  ['authorization_details', { authorization_details: [{ type: 'order', identifiers: [''] }] }],
  ['external_references', { external_references: 'cart-1' }],
  ['external_references', { external_references: { 0: 'cart-1' } }],
  ['external_references', { external_references: [''] }],
  ['external_references', { external_references: [null] }],
])('a malformed %s is nobody: %j', (malformedClaim, claims) => {
  expect(callerOf({ sub: 'somebody', ...claims } as JWTPayload, () => 'default')).toEqual({ malformedClaim });
});

it.each(['constructor', '__proto__', 'toString'])('details of the type %s are for another API', (type) => {
  const details = [{ type, identifiers: ['1'] }];
  expect(callerFrom({ scope: 'payments:read:own', authorization_details: details }).owns).toEqual(nothing);
});
