/** How fast time runs in the gateways of a pass; 1 is real time, and so are then all deadlines. */
export type Speed = number;

/** For a pass that has the machine to itself. */
export const quick: Speed = 10;
/** For a sample beside other tests: what is to happen before the next second of the gateway may then take longer. */
export const shared: Speed = 4;
export const real: Speed = 1;

/** The most that a pass over TLS may hurry: the second that a handshake has would be less than a busy machine needs for it. */
export const mostOverTls: Speed = 4;
