import type { IdForm } from '../../cancellation/provider.ts';

const payment = /^[1-9]\d{0,18}$/;
const order = /^(ORD(TST)?)?[0-9A-Z]{26}$/i;

export const paymentId: IdForm = {
  expected: '1 to 19 digits without a leading zero',
  canonicalize: (text) => (payment.test(text) ? text : null),
};

export const orderId: IdForm = {
  expected: '26 letters or digits, after ORD (ORDTST in the sandbox) or without it',
  // Looked at as it is written: capitals of other alphabets' letters may be Latin ones.
  canonicalize: (text) => (order.test(text) ? text.toUpperCase() : null),
};
