import { freshIds } from '../../src/emulator/index.ts';
import { ask, badInput, declined, type HostileCase, type Sent, tooLarge } from './case.ts';

const paymentId = freshIds.MERCADO_PAGO.payment(2);
const document = 'mutation ($input: CancelPaymentInput!) { cancelPayment(input: $input) { errorCode idempotencyKey } }';

const withKey = (idempotencyKey: unknown): Sent => ask(document, { input: { paymentId, idempotencyKey } });
const inHeader = (key: string): Sent => ask(document, { input: { paymentId } }, { 'idempotency-key': key });
const notAKey = declined('INVALID_IDEMPOTENCY_KEY');
const shown = (key: string) => JSON.stringify(key.length > 30 ? `${key.slice(0, 30)}…` : key);

export const keyCases: readonly HostileCase[] = [
  ...['', 'k'.repeat(65), 'k'.repeat(256), 'k'.repeat(60_000)].map(
    (key): HostileCase => [8, `the key ${shown(key)} of ${key.length}`, withKey(key), notAKey],
  ),
  [8, 'a key of a megabyte', withKey('k'.repeat(1_000_000)), tooLarge],
  [8, 'a key of 65 in the header', inHeader('k'.repeat(65)), notAKey],
  ...['a b', ' k', 'k\t', 'k\r\nX-Evil: 1', 'k\0', 'é', 'ключ', '🔑', 'k\u007f', '\u202ek', '\ud800'].map(
    (key): HostileCase => [9, `the key ${shown(key)}`, withKey(key), notAKey],
  ),
  [9, 'a key with a space in the header', inHeader('a b'), notAKey],
  [9, 'a key of Latin-1 in the header', inHeader('\u00e9'), notAKey],
  [9, 'a number as a key', withKey(7), badInput],
  [9, 'a list as a key', withKey(['k']), badInput],
  [
    9,
    'two keys that differ',
    ask(document, { input: { paymentId, idempotencyKey: 'one' } }, { 'idempotency-key': 'other' }),
    notAKey,
  ],
];
