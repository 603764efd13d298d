/**
 * Adds the request id to the errors of an answer that Apollo made before any of our code has run. Those that were executed name it
 * already, each of them or none: the id is new and random, so that nobody else can have written it. GraphQL answers begin with
 * their errors when they have some, so that the others cost nothing.
 */
export function withRequestId(answer: string, requestId: string): string {
  if (!/^\s*\{\s*"errors"\s*:/.test(answer) || answer.includes(`"requestId":"${requestId}"`)) return answer;
  const body: { errors: { extensions?: object }[] } = JSON.parse(answer);
  const errors = body.errors.map((error) => ({ ...error, extensions: { ...error.extensions, requestId } }));
  return JSON.stringify({ ...body, errors });
}
