import type { Ask } from './work.ts';

const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };

export function post(body: object, data: unknown): Ask {
  return { method: 'POST', path: '/graphql', headers, body: JSON.stringify(body), status: 200, answer: { data } };
}
