import { json, type WireAnswer } from '../wire.ts';

/** Answers that come from in front of the APIs and look the same for payments and orders. */
export const unauthorized = (message: string): WireAnswer => json(401, { code: 'unauthorized', message });

export const policyAgent = (): WireAnswer =>
  json(403, {
    status: 403,
    message: 'At least one policy returned UNAUTHORIZED.',
    code: 'PA_UNAUTHORIZED_RESULT_FROM_POLICIES',
    blocked_by: 'PolicyAgent',
  });

export const rateLimited = (): WireAnswer => ({
  status: 429,
  headers: { 'content-type': 'text/plain', 'retry-after': '1' },
  body: 'local_rate_limited',
});

export const badGateway = (): WireAnswer => ({
  status: 502,
  headers: { 'content-type': 'text/html' },
  body: '<html>\n<head><title>502 Bad Gateway</title></head>\n<body><h1>502 Bad Gateway</h1></body>\n</html>\n',
});
