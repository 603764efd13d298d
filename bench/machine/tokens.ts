import { type LaptopIssuer, laptopIssuer } from '../../scripts/laptop-issuer.ts';

/** Callers take turns, as they do in production. */
const callers = 16;
const scope = 'payments:read payments:cancel cancellations:read pii:read bulk';
/** The longest that the gateway takes. */
const ttlSeconds = 3_600;

/** Who may ask in the bench: an issuer, and a token of it for each caller. */
export interface Tokens {
  readonly issuer: LaptopIssuer['settings'];
  /** Fresh ones, so that a long run does not outlive them. */
  fresh(): Promise<string[]>;
}

export async function issueTokens(folder: string): Promise<Tokens> {
  const { settings, sign } = await laptopIssuer(folder);
  return {
    issuer: settings,
    fresh: () =>
      Promise.all(Array.from({ length: callers }, (_, at) => sign({ sub: `caller-${at}`, scope }, ttlSeconds))),
  };
}
