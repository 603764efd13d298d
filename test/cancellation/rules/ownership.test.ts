import { describe, expect, it } from 'vitest';
import { type Failure, failure } from '../../../src/cancellation/errors/failure.ts';
import { isShopper, missing, ownershipOf, readAsShopper } from '../../../src/cancellation/rules/ownership.ts';
import type { Owned } from '../../../src/cancellation/target/caller.ts';
import { orderTarget, paymentTarget, sampleOrder, samplePayment } from '../../doubles/snapshots.ts';
import { answeredWith, sampleRules } from '../samples.ts';

function owned({ payments = [], orders = [], references = [] }: Partial<Record<string, string[]>>): Owned {
  return { payments: new Set(payments), orders: new Set(orders), externalReferences: new Set(references) };
}

const spelled = { expected: '', canonicalize: (text: string) => (text === 'x' ? null : text.replaceAll('-', '')) };
const readable = { ...sampleRules, id: spelled };
const unreadable = { ...readable, readable: false };

describe('a target', () => {
  it.each([
    ['that the token lists', { payments: ['123'] }, readable, 'listed'],
    ['that the token lists in another spelling', { payments: ['1-2-3'] }, readable, 'listed'],
    ['that stands behind others in the list', { payments: ['x', '7', '123'] }, readable, 'listed'],
    ['that cannot be read, and is listed', { payments: ['123'] }, unreadable, 'listed'],
    ['of which there is another in the list', { payments: ['124'] }, readable, 'foreign'],
    ['whose id is that of an order in the list', { orders: ['123'] }, readable, 'foreign'],
    ['for a token without anything', {}, readable, 'foreign'],
    ['that may bear a reference of the token', { payments: ['x'], references: ['cart'] }, readable, 'perhaps'],
    ['that is listed, beside references', { payments: ['123'], references: ['cart'] }, readable, 'listed'],
    ['that cannot be read, beside references', { references: ['cart'] }, unreadable, 'foreign'],
  ])('%s', (_, lists, rules, ownership) => {
    expect(ownershipOf(owned(lists), { target: paymentTarget, rules })).toBe(ownership);
  });

  it('that is an order is looked for among the orders', () => {
    const order = { target: orderTarget, rules: readable };
    expect(ownershipOf(owned({ orders: [orderTarget.id] }), order)).toBe('listed');
    expect(ownershipOf(owned({ payments: [orderTarget.id] }), order)).toBe('foreign');
  });
});

describe('a read for a shopper', () => {
  const owns = owned({ references: ['cart-1', ''] });
  const found = (externalReference: string | null) =>
    ({ kind: 'found', snapshot: samplePayment({ externalReference }) }) as const;

  it('shows what bears a reference of theirs', () => {
    expect(readAsShopper(owns, paymentTarget, found('cart-1'))).toEqual(found('cart-1'));
    const order = { kind: 'found', snapshot: sampleOrder({ externalReference: 'cart-1' }) } as const;
    expect(readAsShopper(owns, orderTarget, order)).toBe(order);
  });

  it.each(['cart-2', 'CART-1', 'cart-1 ', '', null])('of what bears %j finds nothing', (reference) => {
    expect(readAsShopper(owns, paymentTarget, found(reference))).toEqual(missing(paymentTarget));
  });

  const upstream = answeredWith(404, '2000');
  it.each<[string, Failure]>([
    ['a missing payment', failure('PAYMENT_NOT_FOUND', upstream, { targetId: '123' })],
    ['an id the provider refuses', failure('INVALID_PAYMENT_ID', upstream, { expected: 'digits' })],
    ['a target kept from us', failure('PROVIDER_FORBIDDEN', upstream)],
    ['a code nobody knows', failure('UNRECOGNIZED_PROVIDER_ERROR', upstream)],
  ])('tells of %s as of any missing one', (_, error) => {
    expect(readAsShopper(owns, paymentTarget, { kind: 'failed', failure: error })).toEqual(missing(paymentTarget));
  });

  it('tells of a missing order as of any other', () => {
    const error = failure('ORDER_NOT_FOUND', upstream, { targetId: orderTarget.id });
    expect(readAsShopper(owns, orderTarget, { kind: 'failed', failure: error })).toEqual(missing(orderTarget));
  });

  it.each<[string, Failure]>([
    ['is not reached', failure('PROVIDER_UNREACHABLE', upstream, { retryAfterMs: 2_000 })],
    ['limits requests', failure('PROVIDER_RATE_LIMITED', upstream, { retryAfterMs: 2_000 })],
    ['fails', failure('PROVIDER_INTERNAL_ERROR', upstream)],
    ['does not speak its language', failure('UNEXPECTED_PROVIDER_RESPONSE', upstream)],
    ['refuses the credentials', failure('ACCESS_TOKEN_INVALID', upstream)],
  ])('says that the provider %s', (_, error) => {
    const read = { kind: 'failed', failure: error } as const;
    expect(readAsShopper(owns, paymentTarget, read)).toBe(read);
  });
});

it('names what is missing and nothing else of it', () => {
  expect(missing(paymentTarget)).toEqual({
    kind: 'failed',
    failure: { code: 'PAYMENT_NOT_FOUND', upstream: null, detail: { targetId: '123' } },
  });
  expect(missing(orderTarget).failure.code).toBe('ORDER_NOT_FOUND');
});

it('tells a shopper from whoever acts for the merchant', () => {
  const caller = { id: 'c', tenant: 't', principalClass: 'service', scopes: new Set<never>() };
  expect(isShopper({ ...caller, owns: owned({}) })).toBe(true);
  expect(isShopper({ ...caller, owns: null })).toBe(false);
});
