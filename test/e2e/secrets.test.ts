import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshIds, sandboxIds } from '../../src/emulator/index.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { startWorld, type World } from '../world.ts';
import { payloadFields, post } from './ask.ts';
import { hurry } from './time.ts';

const email = 'buyer@example.com';
const directory = temporaryDirectory('gateway');

let world: World;
const answers: string[] = [];

/** Every sandbox id is cancelled and read, and every kind of text that a provider could let slip is let slip. */
beforeAll(async () => {
  world = await startWorld({ env: { DATABASE_URL: `file:${directory}/records.db`, LOG_LEVEL: 'trace' } });
  const { accessToken, ordersAccessToken } = world.emulator.providers.MERCADO_PAGO.credentials;
  const { appKey: vtexAppKey, appToken: vtexAppToken } = world.emulator.providers.VTEX.credentials;
  const message = `token ${accessToken}, Bearer ${accessToken}, ${ordersAccessToken}, of ${email}`;
  const vtexMessage = `key ${vtexAppKey}, token ${vtexAppToken}, of ${email}`;
  const [refused, crashed] = [freshIds.MERCADO_PAGO.payment(1), freshIds.MERCADO_PAGO.payment(2)];
  world.emulator.override({
    path: `/v1/payments/${refused}`,
    answer: {
      status: 400,
      body: { message, error: 'bad_request', status: 400, cause: [{ code: 2016, description: message }] },
    },
  });
  const order = freshIds.MERCADO_PAGO.order(1);
  world.emulator.override({
    path: `/v1/orders/${order}/cancel`,
    answer: { status: 400, body: { errors: [{ code: ordersAccessToken, message }] } },
  });
  world.emulator.override({ path: `/v1/payments/${crashed}`, times: 9, answer: { status: 500, body: { message } } });
  const vtexPath = `/vtex/payments/${freshIds.VTEX.payment(1)}/cancellations`;
  world.emulator.override({
    path: vtexPath,
    answer: { status: 500, body: { code: vtexAppToken, message: vtexMessage } },
  });

  const idsOf = (kind: 'payment' | 'order') => sandboxIds.filter(({ target }) => target === kind).map(({ id }) => id);
  const payments = [refused, crashed, freshIds.VTEX.payment(1), ...idsOf('payment')];
  const upstream = 'error { ... on ErrorResult { message upstream { message code } } }';
  const payment = `id statusRaw statusDetail description externalReference cancellations { id note } metadata
    authorizationCode collectorId ticketUrl barcode financialInstitution payer { identification { number } }`;
  const documents = [
    ...payments.map(
      (id) => `mutation { cancelPayment(input: { paymentId: "${id}" }) {
      ${payloadFields} ${upstream} payment { ${payment} } } }`,
    ),
    ...payments.map(
      (id) => `{ payment(id: "${id}") {
      ... on Payment { ${payment} } ... on ErrorResult { message upstream { message code } } } }`,
    ),
    ...[order, ...idsOf('order')].map(
      (id) => `mutation { cancelOrder(input: { orderId: "${id}" }) { ${payloadFields} ${upstream} } }`,
    ),
    `{ payment(id: "${accessToken}") { ... on ErrorResult { message } } }`,
    '{ nonsense }',
  ];
  const asked = Promise.all(documents.map((query) => post(world.url, { query })));
  answers.push(...(await hurry(world, asked)).map(({ text }) => text));
});
afterAll(() => world.close());

const secrets = (): [string, string][] => {
  const { accessToken, ordersAccessToken, webhookSecret } = world.emulator.providers.MERCADO_PAGO.credentials;
  const { appKey: vtexAppKey, appToken: vtexAppToken } = world.emulator.providers.VTEX.credentials;
  return Object.entries({ accessToken, ordersAccessToken, webhookSecret, vtexAppKey, vtexAppToken, email });
};

it('provokes answers and log lines worth searching', () => {
  expect(answers.join('\n')).toContain('[redacted]');
  expect(answers.length).toBeGreaterThan(80);
  expect(world.log.length).toBeGreaterThan(80);
});

it('puts no secret into an answer', () => {
  for (const [name, secret] of secrets()) {
    expect({ name, leaks: answers.filter((text) => text.includes(secret)) }).toEqual({ name, leaks: [] });
  }
});

it('puts no secret into a log line', () => {
  for (const [name, secret] of secrets()) {
    expect({ name, leaks: world.log.filter((line) => line.includes(secret)) }).toEqual({ name, leaks: [] });
  }
});

const storedTexts = () => readdirSync(directory).map((file) => readFileSync(join(directory, file), 'latin1'));

it('puts no secret into the store', () => {
  for (const [name, secret] of secrets()) {
    expect({ name, leaks: storedTexts().filter((text) => text.includes(secret)).length }).toEqual({ name, leaks: 0 });
  }
});

/** Facts of the emulator's payments and orders that a read tells, and that no record is to keep. */
const unrecorded = {
  document: '12345678909',
  authorizationCode: '48Q10R',
  metadata: 'emulated-cart',
  externalReference: 'emulated-0001',
  description: 'Two emulated goods',
  ticket: 'example.com/emulated',
  barcode: '237900012000000898',
  institution: 'emulated-bank',
  application: '7204813356190042',
  item: 'Emulated good',
  field: 'pointOfInteraction',
};

it('keeps of the merchant which account it is, and logs not even that', () => {
  const account = '481516234';
  expect(storedTexts().join()).toContain(account);
  expect(world.log.filter((line) => line.includes(account))).toEqual([]);
});

it('keeps nothing that no verdict needs, in store or log', () => {
  for (const [name, fact] of Object.entries(unrecorded)) {
    const leaks = [...storedTexts(), ...world.log].filter((text) => text.includes(fact)).length;
    expect({ name, leaks }).toEqual({ name, leaks: 0 });
  }
});
