import type { RecordedRequest } from '../wire.ts';

export function checkToken(request: RecordedRequest, expected: string): 'missing' | 'wrong' | 'right' {
  const authorization = request.headers['authorization']?.trim();
  if (!authorization || /^bearer$/i.test(authorization)) return 'missing';
  return /^bearer\s+(\S+)$/i.exec(authorization)?.[1] === expected ? 'right' : 'wrong';
}
