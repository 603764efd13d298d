import { GraphQLClient } from 'graphql-request';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { errorsTable, settingsTable } from '../../../scripts/readme-tables.ts';
import { readConfig } from '../../../src/config.ts';
import {
  type Emulator,
  emulatedProviders,
  freshIds,
  gatewayVariables,
  startEmulator,
} from '../../../src/emulator/index.ts';
import { providerDefinitions } from '../../../src/providers/registry.ts';
import { type Gateway, startGateway } from '../../doubles/gateway.ts';
import { emulatedImaginary } from './emulated.ts';
import { imaginary } from './index.ts';

/** What a fourth provider adds outside of its folders: an entry in each of two lists. */
const definitions = [...providerDefinitions, imaginary];
const emulated = [...emulatedProviders, emulatedImaginary] as const;

let emulator: Emulator<typeof emulated>;
let gateway: Gateway;
beforeAll(async () => {
  emulator = await startEmulator({ providers: emulated });
  gateway = await startGateway(gatewayVariables(emulator), { definitions });
});
beforeEach(() => emulator.reset());
afterAll(async () => {
  await gateway.close();
  await emulator.close();
});

async function ask(query: string, variables: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
  return new GraphQLClient(gateway.url).request(query, variables);
}

const cancelDocument = `mutation ($input: CancelPaymentInput!) {
  cancelPayment(input: $input) {
    outcome nextAction errorCode payment { status amount { amount currency } }
    error { ... on PaymentNotCancellableError { currentStatus upstream { provider httpStatus code } } }
  }
}`;
const readDocument = `query ($id: ID!, $provider: Provider) {
  payment(id: $id, provider: $provider) {
    ... on Payment { id provider status statusRaw cancelEligibility { allowed effect } }
    ... on InvalidIdError { expected }
  }
}`;

const cancel = (input: object) => ask(cancelDocument, { input });
const read = (id: string, provider: string | null = null) => ask(readDocument, { id, provider });

describe('one more provider', () => {
  it('brings its variables', () => {
    const [url, key] = ['IMAGINARY_BASE_URL', 'IMAGINARY_API_KEY'];
    expect(() => readConfig({ [url]: 'https://imaginary.example' }, definitions)).toThrow(`${key} is missing`);
    expect(() => readConfig({ IMAGINARY_API_KYE: 'x' }, definitions)).toThrow('IMAGINARY_API_KYE is unknown');
    expect(settingsTable(definitions)).toContain(`\`${key}\` or \`${key}_FILE\``);
  });

  it('is a value of the enum', async () => {
    const { __type } = await ask('{ __type(name: "Provider") { enumValues { name description } } }');
    const value = { name: 'IMAGINARY', description: 'Holds on cards that nobody has.' };
    expect(__type).toMatchObject({ enumValues: expect.arrayContaining([value]) });
  });

  it('lists its errors in the catalogue and in the README', async () => {
    const { errorCatalog } = await ask('{ errorCatalog { code provider upstreamHttpStatus upstreamCode docsUrl } }');
    const docsUrl = 'https://imaginary.example/docs/holds';
    const row = { code: 'PAYMENT_NOT_FOUND', provider: 'IMAGINARY', upstreamHttpStatus: 404, docsUrl };
    expect(errorCatalog).toContainEqual({ ...row, upstreamCode: 'hold_unknown' });
    expect(errorsTable(definitions)).toContain('IMAGINARY payment 404 `hold_unknown`');
  });

  it('is found by the form of the id, and cancels with the reason in a form', async () => {
    const paymentId = emulatedImaginary.freshIds.payment(1);
    const { cancelPayment } = await cancel({ paymentId, reason: 'REQUESTED_BY_CUSTOMER' });
    expect(cancelPayment).toEqual({
      outcome: 'CANCELLED',
      nextAction: 'NOTHING',
      errorCode: null,
      payment: { status: 'CANCELLED', amount: { amount: '12.50', currency: 'USD' } },
      error: null,
    });
    const [sent] = emulator.requests;
    expect(sent).toMatchObject({ method: 'POST', path: `/imaginary/v1/holds/${paymentId}/release` });
    const form = new URLSearchParams(sent?.body);
    expect([...form.keys()]).toEqual(['once', 'reason']);
    expect(form.get('reason')).toBe('requested by customer');
  });

  it('says in its own words why it does not cancel', async () => {
    const { cancelPayment } = await cancel({ paymentId: 'hold-taaaaken' });
    const upstream = { provider: 'IMAGINARY', httpStatus: 409, code: 'hold_taken' };
    expect(cancelPayment).toMatchObject({
      outcome: 'NOT_CANCELLED',
      nextAction: 'REFUND',
      errorCode: 'PAYMENT_NOT_CANCELLABLE',
      error: { currentStatus: 'APPROVED', upstream },
    });
  });

  it('may be in a status that the gateway does not know', async () => {
    const { payment } = await read('hold-floating');
    expect(payment).toEqual({
      id: 'hold-floating',
      provider: 'IMAGINARY',
      status: 'UNRECOGNIZED',
      statusRaw: 'floating',
      cancelEligibility: { allowed: false, effect: 'UNKNOWN' },
    });
  });

  it('can be named, and then says how its ids look', async () => {
    const { payment } = await read('123456789', 'IMAGINARY');
    expect(payment).toEqual({ expected: 'hold- and eight letters' });
  });

  it('leaves the others as they were', async () => {
    const { cancelPayment } = await cancel({ paymentId: freshIds.MERCADO_PAGO.payment(1) });
    expect(cancelPayment).toMatchObject({ outcome: 'CANCELLED' });
  });
});
