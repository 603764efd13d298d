import { errorTable } from '../../../src/providers/error-row.ts';

export const holdsErrors = errorTable('payment', [
  {
    source: { documented: true, where: 'https://imaginary.example/docs/holds', when: '2026-11-21' },
    rows: [
      { status: 401, code: 'key_unknown', means: 'ACCESS_TOKEN_INVALID' },
      { status: 404, code: 'hold_unknown', means: 'PAYMENT_NOT_FOUND' },
      { status: 409, code: 'hold_taken', means: 'PAYMENT_NOT_CANCELLABLE' },
      { status: 425, code: 'hold_too_young', means: 'PAYMENT_NOT_CANCELLABLE', as: 'too-soon' },
      { status: 501, code: null, means: 'MANUAL_CANCELLATION_REQUIRED', as: 'not-implemented' },
      { status: 500, code: 'out_of_order', means: 'PROVIDER_INTERNAL_ERROR', as: 'failed' },
    ],
  },
]);
