import { setTimeout as wait } from 'node:timers/promises';

/** A world, or whatever else has a clock that jumps, and that may be held. */
interface Hurried {
  readonly clock: { jump(ms: number): void; readonly isHeld?: boolean };
}

/** The same, but its time goes on while its store stalls. */
export function goingOn({ clock }: Hurried): Hurried {
  return { clock: { jump: (ms) => clock.jump(ms) } };
}

/** Waits, in real time, for something that comes true by itself. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await wait(5);
}

/**
 * Lets time run about ten times as fast as usual until the promise is settled. Much faster, and the sockets, which live in
 * real time, would seem so slow that deadlines pass; for the store it waits. In steps of 0 no time passes, and what is due is done.
 */
export async function hurry<T>({ clock }: Hurried, promise: Promise<T>, stepMs = 50): Promise<T> {
  let settled = false;
  const done = promise.finally(() => {
    settled = true;
  });
  done.catch(() => undefined);
  while (!settled) {
    await wait(5);
    if (!settled && (stepMs === 0 || clock.isHeld !== true)) clock.jump(stepMs);
  }
  return done;
}
