/** How many characters an idempotency key of a caller has. */
export const keyLength = { min: 1, max: 64 } as const;
