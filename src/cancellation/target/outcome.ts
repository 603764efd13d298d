/** What is certain about the target after a request to cancel it. */
export const outcomes = ['CANCELLED', 'PENDING', 'NOT_CANCELLED', 'UNKNOWN'] as const;
export type Outcome = (typeof outcomes)[number];
