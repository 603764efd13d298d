import { randomUUID } from 'node:crypto';

/** Payments: milliseconds and the offset of Mercado Pago's home, `2026-05-04T09:30:12.345-04:00`. */
export function paymentDate(ms: number): string {
  return new Date(ms - 4 * 3_600_000).toISOString().replace('Z', '-04:00');
}

/** Orders: nanoseconds in UTC, `2026-05-04T13:30:12.345208417Z`. */
export function orderDate(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '208417Z');
}

/** What stands in the `data` of an error's cause: `04-05-2026T13:30:12UTC;<uuid>`. */
export function causeStamp(ms: number): string {
  const [date = '', time = ''] = new Date(ms).toISOString().split('T');
  return `${date.split('-').reverse().join('-')}T${time.slice(0, 8)}UTC;${randomUUID()}`;
}
