import { type FixedRefusal, refusal } from './refusal.ts';

// Answers that come from in front of the APIs and look the same for payments and orders.

export function unauthorized(message: string): FixedRefusal {
  const code = 'unauthorized';
  return refusal(401, code, { code, message });
}

const blocked = 'PA_UNAUTHORIZED_RESULT_FROM_POLICIES';

export const policyAgent = refusal(403, blocked, {
  status: 403,
  message: 'At least one policy returned UNAUTHORIZED.',
  code: blocked,
  blocked_by: 'PolicyAgent',
});

export const rateLimited = inText(429, { 'content-type': 'text/plain', 'retry-after': '1' }, 'local_rate_limited');

export const badGateway = inText(
  502,
  { 'content-type': 'text/html' },
  '<html>\n<head><title>502 Bad Gateway</title></head>\n<body><h1>502 Bad Gateway</h1></body>\n</html>\n',
);

function inText(status: number, headers: Record<string, string>, body: string): FixedRefusal {
  return { httpStatus: status, code: null, answer: () => ({ status, headers, body }) };
}
