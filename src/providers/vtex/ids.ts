import type { IdForm } from '../../cancellation/provider.ts';

/** The canonical form of the protocol's ids; providers echo them in lower case or with dashes. */
export function plainHex(text: string): string {
  return text.replaceAll('-', '').toUpperCase();
}

export const paymentId: IdForm = {
  expected: '32 hexadecimal characters, with or without dashes',
  // Looked at as it is written: the capitals of a ligature are letters too.
  canonicalize: (text) => (text.length <= 64 && /^-*(?:[0-9A-F]-*){32}$/i.test(text) ? plainHex(text) : null),
};

/** The protocol's `requestId` for a cancellation: 32 characters in hexadecimal, the form that its documentation shows. */
export function requestIdOf(upstreamKey: string): string {
  return Buffer.from(upstreamKey, 'base64url').toString('hex').slice(0, 32).toUpperCase();
}
