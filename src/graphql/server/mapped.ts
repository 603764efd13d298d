/**
 * Each value of a source as something else. Not a generator, which would keep its source until the next value comes: here
 * the source is left as soon as somebody does not want any more.
 */
export function mapped<From, To>(
  source: AsyncIterator<From>,
  map: (value: From) => Promise<To>,
): AsyncIterableIterator<To> {
  let isLeft = false;
  const leave = async (): Promise<IteratorResult<To>> => {
    isLeft = true;
    await source.return?.();
    return { done: true, value: undefined };
  };
  return {
    async next() {
      const { done, value } = await source.next();
      if (done === true) return { done, value: undefined };
      try {
        const mapped = await map(value);
        return isLeft ? { done: true, value: undefined } : { done: false, value: mapped };
      } catch (error) {
        await leave();
        throw error;
      }
    },
    return: leave,
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
