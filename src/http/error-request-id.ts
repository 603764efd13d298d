/**
 * Adds the request id to the errors of an answer, also to those that Apollo makes before any of our code has run.
 * GraphQL answers begin with their errors when they have some, so that the others cost nothing.
 */
export function withRequestId(answer: string, requestId: string): string {
  if (!/^\s*\{\s*"errors"\s*:/.test(answer)) return answer;
  const body: { errors: { extensions?: object }[] } = JSON.parse(answer);
  const errors = body.errors.map((error) => ({ ...error, extensions: { ...error.extensions, requestId } }));
  return JSON.stringify({ ...body, errors });
}
