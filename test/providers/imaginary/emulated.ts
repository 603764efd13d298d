import type { EmulatedProvider, RecordedRequest } from '../../../src/emulator/index.ts';

const credentials = { apiKey: 'imaginary-key' };

/** What a hold is in at first; any other of the right form is held. */
const initialStates: Readonly<Record<string, string>> = {
  'hold-taaaaken': 'taken',
  'hold-floating': 'floating',
};

/** The imaginary provider's own side, written from the same nothing as its adapter. */
export const emulatedImaginary = {
  id: 'IMAGINARY',
  prefix: '/imaginary',
  credentials,
  gatewayVariables: (url) => ({ IMAGINARY_BASE_URL: url, IMAGINARY_API_KEY: credentials.apiKey }),
  sandboxIds: [
    {
      target: 'payment',
      id: 'hold-taaaaken',
      httpStatus: 409,
      code: 'hold_taken',
      status: 'taken',
      description: 'The money was taken.',
    },
  ],
  freshIds: {
    payment: (n) =>
      `hold-${[...n.toString().padStart(8, '0')].map((digit) => 'abcdefghij'.charAt(Number(digit))).join('')}`,
  },
  create() {
    const states = new Map<string, string>();
    return {
      handle({ method, path, headers, body }: RecordedRequest) {
        const [, id = '', verb] = /^\/v1\/holds\/(hold-[a-z]{8})(\/release)?$/.exec(path) ?? [];
        if (headers['x-api-key'] !== credentials.apiKey) return refuses(401, 'key_unknown');
        if (id === '') return refuses(404, 'hold_unknown');
        const state = states.get(id) ?? initialStates[id] ?? 'held';
        if (method === 'GET') return says(200, { hold: id, state, cents: 1250, currency: 'USD' });
        const isForm = headers['content-type'] === 'application/x-www-form-urlencoded';
        if (verb === undefined || !isForm || !new URLSearchParams(body).has('once')) return refuses(400, 'malformed');
        if (state === 'taken') return refuses(409, 'hold_taken');
        states.set(id, 'released');
        return says(200, { hold: id, state: 'released', cents: 1250, currency: 'USD' });
      },
      reset: () => states.clear(),
    };
  },
} as const satisfies EmulatedProvider;

function refuses(status: number, code: string) {
  return says(status, { error: { code, message: 'As nobody documents it.' } });
}

function says(status: number, body: object) {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
