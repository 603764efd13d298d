import type { RecordedRequest } from '../wire.ts';

/** Both families of names are in use: the published page has `X-VTEX-API-*`, newer VTEX sends `X-PROVIDER-API-*`. */
export function hasAppCredentials({ headers }: RecordedRequest, appKey: string, appToken: string): boolean {
  return ['x-vtex-api', 'x-provider-api'].some(
    (family) => headers[`${family}-appkey`] === appKey && headers[`${family}-apptoken`] === appToken,
  );
}
