import type { IdForm } from '../../cancellation/provider.ts';

/** The one spelling of the protocol's ids; providers echo them in lower case or with dashes. */
export function plainHex(text: string): string {
  return text.replaceAll('-', '').toUpperCase();
}

export const paymentId: IdForm = {
  expected: '32 hexadecimal characters, with or without dashes',
  spell: (text) => (text.length <= 64 && /^[0-9A-F]{32}$/.test(plainHex(text)) ? plainHex(text) : null),
};
