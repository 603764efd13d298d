import { expect, it } from 'vitest';
import { errorCodes } from '../../../src/cancellation/errors/catalogue.ts';
import {
  answerText,
  type DocumentedError,
  type ErrorSource,
  listErrors,
} from '../../../src/cancellation/errors/error-listing.ts';

const notFound: DocumentedError = {
  target: 'payment',
  httpStatus: 404,
  wireCode: 'no-such-payment',
  code: 'PAYMENT_NOT_FOUND',
  docsUrl: 'https://example.test/errors',
};
const declined: DocumentedError = { ...notFound, httpStatus: 500, wireCode: null, code: 'PROVIDER_DECLINED' };
const declinedPolitely: DocumentedError = { ...declined, httpStatus: 200 };
const sources: ErrorSource[] = [
  { id: 'ONE', documentedErrors: [notFound] },
  { id: 'TWO', documentedErrors: [declined, declinedPolitely] },
];

it("lists the providers' answers in their order, each as its row says", () => {
  expect(listErrors(sources, () => null).slice(0, 3)).toEqual([
    {
      code: 'PAYMENT_NOT_FOUND',
      typeName: 'PaymentNotFoundError',
      provider: 'ONE',
      upstreamHttpStatus: 404,
      upstreamCode: 'no-such-payment',
      nextAction: 'FIX_INPUT',
      description: 'The provider knows no such payment for these credentials.',
      docsUrl: 'https://example.test/errors',
      sandboxId: null,
    },
    expect.objectContaining({ provider: 'TWO', upstreamHttpStatus: 500, nextAction: 'RETRY_NEW_KEY' }),
    expect.objectContaining({ provider: 'TWO', upstreamHttpStatus: 200, nextAction: 'CONTACT_SUPPORT' }),
  ]);
});

it('then lists once each error that no provider documents', () => {
  const own = listErrors(sources, () => null).slice(3);
  const documented = new Set(['PAYMENT_NOT_FOUND', 'PROVIDER_DECLINED']);
  expect(own.map(({ code }) => code)).toEqual(errorCodes.filter((code) => !documented.has(code)));
  for (const entry of own) {
    expect(entry).toMatchObject({ provider: null, upstreamHttpStatus: null, upstreamCode: null, docsUrl: null });
  }
});

it('asks for the sandbox id of each answer and of each error of its own', () => {
  const listing = listErrors(sources, (code, answer) => `${code} ${answer?.provider} ${answer?.httpStatus}`);
  expect(listing[1]?.sandboxId).toBe('PROVIDER_DECLINED TWO 500');
  expect(listing.at(-1)?.sandboxId).toBe('INTERNAL_ERROR undefined undefined');
});

it.each([
  [notFound, 'ONE payment 404 `no-such-payment`'],
  [{ ...declined, target: 'order' as const }, 'ONE order 500 any other code'],
])("an answer is named by its place, its status and the provider's code", (answer, text) => {
  expect(answerText({ provider: 'ONE', ...answer })).toBe(text);
});
