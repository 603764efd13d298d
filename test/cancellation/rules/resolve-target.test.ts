import { describe, expect, it } from 'vitest';
import type { ProviderAdapter, TargetRules } from '../../../src/cancellation/provider.ts';
import { isReadable, nameTarget, resolveTarget } from '../../../src/cancellation/rules/resolve-target.ts';
import type { KnownProvider } from '../../../src/cancellation/tenants.ts';
import { answeredWith, sampleRules } from '../samples.ts';

const upstream = answeredWith(null);
const adapter: ProviderAdapter = {
  cancel: async () => ({ kind: 'failed', upstream }),
  read: async () => ({ kind: 'unsupported', upstream }),
  close: async () => undefined,
};

/** Ids of digits are payments of ALPHA, of letters are its orders; what begins with # is a payment of BETA, unreadable. */
const digits = rules('digits', /^0*(\d+)$/);
const letters = rules('letters', /^([a-z]+)$/);
const hashed: TargetRules = { ...rules('a #', /^(#.+)$/), readable: false };
const alpha: KnownProvider = {
  definition: { id: 'ALPHA', description: 'One.', targets: { payment: digits, order: letters }, documentedErrors: [] },
  adapter,
  account: '',
};
const beta: KnownProvider = {
  definition: { id: 'BETA', description: 'Another.', targets: { payment: hashed }, documentedErrors: [] },
  adapter: null,
  account: '',
};
const providers = [alpha, beta];
const definitions = providers.map(({ definition }) => definition);

describe('the target of a request', () => {
  it.each([
    ['payment', '123', null, { kind: 'payment', provider: 'ALPHA', id: '123' }],
    ['payment', '00123', null, { kind: 'payment', provider: 'ALPHA', id: '123' }],
    ['payment', '123', 'ALPHA', { kind: 'payment', provider: 'ALPHA', id: '123' }],
    ['payment', '#1', null, { kind: 'payment', provider: 'BETA', id: '#1' }],
    ['order', 'abc', null, { kind: 'order', provider: 'ALPHA', id: 'abc' }],
  ] as const)('is found by the form of its id: %s %s at %s', (kind, id, provider, target) => {
    expect(nameTarget(definitions, { kind, id, provider })).toMatchObject({ kind: 'named', target });
  });

  it('has the rules of its provider', () => {
    expect(nameTarget(definitions, { kind: 'order', id: 'abc', provider: null })).toMatchObject({ rules: letters });
  });

  it.each([
    ['payment', 'abc', null, 'INVALID_PAYMENT_ID', 'digits, or a #'],
    ['payment', '#1', 'ALPHA', 'INVALID_PAYMENT_ID', 'digits'],
    ['payment', '123', 'BETA', 'INVALID_PAYMENT_ID', 'a #'],
    ['order', '123', null, 'INVALID_ORDER_ID', 'letters'],
  ] as const)('has no id like that: %s %s at %s', (kind, id, provider, code, expected) => {
    expect(nameTarget(definitions, { kind, id, provider })).toMatchObject({
      kind: 'refused',
      failure: { code, upstream: null, detail: { expected } },
    });
  });

  it.each([
    ['order', 'abc', 'BETA'],
    ['payment', '123', 'GAMMA'],
  ] as const)('cannot be there: %s %s at %s', (kind, id, provider) => {
    expect(nameTarget(definitions, { kind, id, provider })).toMatchObject({
      kind: 'refused',
      failure: { code: 'OPERATION_NOT_SUPPORTED' },
    });
  });

  it('is that of the first provider whose form it has', () => {
    const twin = { ...alpha.definition, id: 'TWIN' };
    expect(nameTarget([twin, alpha.definition], { kind: 'payment', id: '1', provider: null })).toMatchObject({
      target: { provider: 'TWIN' },
    });
  });
});

describe('a request is resolved', () => {
  const configured: KnownProvider = { ...beta, adapter };

  it.each(['cancel', 'read'] as const)('to what can do it: %s', (operation) => {
    expect(resolveTarget(providers, { kind: 'payment', id: '123', provider: null }, operation)).toEqual({
      kind: 'resolved',
      target: { kind: 'payment', provider: 'ALPHA', id: '123' },
      rules: digits,
      adapter,
      account: '',
    });
  });

  it.each([
    ['an id of no known form', [alpha], 'abc', 'cancel', 'INVALID_PAYMENT_ID'],
    ['a provider without settings', [beta], '#1', 'cancel', 'PROVIDER_NOT_CONFIGURED'],
    ['a payment that cannot be read', [configured], '#1', 'read', 'OPERATION_NOT_SUPPORTED'],
    ['one that could not be read anyhow', [beta], '#1', 'read', 'OPERATION_NOT_SUPPORTED'],
  ] as const)('to a refusal: %s', (_, known, id, operation, code) => {
    expect(resolveTarget(known, { kind: 'payment', id, provider: null }, operation)).toMatchObject({
      kind: 'refused',
      failure: { code },
    });
  });

  it('to what can be cancelled though it cannot be read', () => {
    expect(resolveTarget([configured], { kind: 'payment', id: '#1', provider: null }, 'cancel')).toMatchObject({
      kind: 'resolved',
      rules: hashed,
    });
  });
});

function rules(expected: string, form: RegExp): TargetRules {
  return { ...sampleRules, id: { expected, canonicalize: (text) => form.exec(text)?.[1] ?? null } };
}

it.each([
  ['where its provider says so', 'ALPHA', true],
  ['not where it says that it cannot, configured or not', 'BETA', false],
  ['for all that is known, where there is no such provider any more', 'GAMMA', true],
])('a target can be read %s', (_, provider, is) => {
  expect(isReadable(definitions, { kind: 'payment', provider, id: '1' })).toBe(is);
});
