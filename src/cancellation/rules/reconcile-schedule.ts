const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Open records are looked at soon at first, and ever more patiently. */
const firstLooksMs = [1, 2, 4, 8, 16, 30, 60].map((seconds) => seconds * second);

/**
 * Milliseconds between looks that callers cause: a second at first, and more patiently as the record grows old, so that a
 * client that asks for a week does not fill the record with looks.
 */
export function callersSpacingMs(leastMs: number, ageMs: number): number {
  return Math.max(leastMs, Math.round(ageMs / 60));
}

/** After this a person has to find out. */
export const giveUpAfterMs = 7 * day;

/**
 * Milliseconds until the next look at a record of this age that was looked at so often; null to give up.
 * `random` in [0, 1) spreads the looks by a fifth to either side, so that an outage's records do not come in a row.
 */
export function msToNextLook(looks: number, ageMs: number, random: number): number | null {
  if (ageMs >= giveUpAfterMs) return null;
  const patient = ageMs < day ? 5 * minute : hour;
  return Math.round((firstLooksMs[looks] ?? patient) * (0.8 + 0.4 * random));
}
