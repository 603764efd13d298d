/** How fast time runs in the gateways of a pass; 1 is real time, and so are then all deadlines. */
export type Speed = number;

export const quick: Speed = 10;
export const real: Speed = 1;
