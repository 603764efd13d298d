import { JumpingClock } from '../../jumping-clock.ts';
import { type MovableClock, SteppedClock } from './stepped-clock.ts';

/** How fast time runs in the gateways of a pass; 1 is real time, and so are then all deadlines. */
export type Speed = number;

export const quick: Speed = 10;
export const real: Speed = 1;

export function clockOf(speed: Speed): MovableClock {
  if (speed !== 1) return new SteppedClock(speed);
  const clock = new JumpingClock();
  return Object.assign(clock, { stop: () => undefined });
}
