import type { EmulatedProvider, RecordedRequest } from '../../src/emulator/index.ts';

const credentials = { apiKey: 'acme-key' };

/** A provider of nobody's: `DELETE /charges/{id}` cancels, and answers with the path that it saw. */
export const acme = {
  id: 'ACME',
  prefix: '/acme',
  credentials,
  gatewayVariables: (url) => ({ ACME_BASE_URL: url, ACME_API_KEY: credentials.apiKey }),
  sandboxIds: [{ target: 'payment', id: 'acme-1', httpStatus: 200, code: null, description: 'Cancelled' }],
  freshIds: { payment: (n) => `acme-${n}` },
  create: () => {
    const cancelled: string[] = [];
    return {
      handle({ path }: RecordedRequest) {
        cancelled.push(path);
        return { status: 200, headers: {}, body: path };
      },
      cancelled,
      reset() {
        cancelled.length = 0;
      },
    };
  },
} as const satisfies EmulatedProvider;
