import { expect, it } from 'vitest';
import { laneOf, nameOf } from '../../../src/cancellation/target/lane.ts';

it('is of the tenant and the provider of a target', () => {
  const target = { kind: 'payment', provider: 'MERCADO_PAGO', id: '1' } as const;
  expect(laneOf({ tenant: 'acme', target })).toEqual({ tenant: 'acme', provider: 'MERCADO_PAGO' });
});

it('has a name that no other lane has', () => {
  const lanes = [
    { tenant: 'acme', provider: 'VTEX' },
    { tenant: 'acme', provider: 'MERCADO_PAGO' },
    { tenant: 'VTEX', provider: 'acme' },
    { tenant: 'acme","VTEX', provider: '' },
    { tenant: 'acme,VTEX', provider: '' },
    { tenant: '', provider: 'acme,VTEX' },
  ];
  expect(new Set(lanes.map(nameOf)).size).toBe(lanes.length);
});
