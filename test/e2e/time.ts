import { setTimeout as wait } from 'node:timers/promises';

/** A world, or whatever else has a clock that jumps. */
interface Hurried {
  readonly clock: { jump(ms: number): void };
}

/** Waits, in real time, for something that comes true by itself. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await wait(5);
}

/**
 * Lets time run about ten times as fast as usual until the promise is settled. Much faster, and the store and the sockets,
 * which live in real time, would seem so slow that deadlines pass.
 */
export async function hurry<T>({ clock }: Hurried, promise: Promise<T>, stepMs = 50): Promise<T> {
  let settled = false;
  const done = promise.finally(() => {
    settled = true;
  });
  done.catch(() => undefined);
  while (!settled) {
    await wait(5);
    if (!settled) clock.jump(stepMs);
  }
  return done;
}
