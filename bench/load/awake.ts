/**
 * Turns the event loop for as long as this takes, so that the process asks for news again and again and never sleeps.
 * Whoever sends something to a process that sleeps has to wake it, and pays for that with CPU time of its own.
 */
export async function awake<Result>(work: () => Promise<Result>): Promise<Result> {
  let isOver = false;
  const turn = () => {
    if (!isOver) setImmediate(turn);
  };
  turn();
  try {
    return await work();
  } finally {
    isOver = true;
  }
}
