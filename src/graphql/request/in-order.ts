/**
 * The answers in the order of the items. Each lane has its own `limit` of answers awaited at a time, so that one that
 * hangs does not hold up the others.
 */
export async function inOrder<Item, Answer>(
  items: readonly Item[],
  limit: number,
  answer: (item: Item) => Promise<Answer>,
  laneOf: (item: Item) => string = () => '',
): Promise<Answer[]> {
  if (items.length === 1) return Promise.all(items.map((item) => answer(item)));
  const answers: Answer[] = [];
  const lanes = new Map<string, [number, Item][]>();
  for (const [index, item] of items.entries()) {
    const name = laneOf(item);
    const lane = lanes.get(name);
    if (lane === undefined) lanes.set(name, [[index, item]]);
    else lane.push([index, item]);
  }
  const workers = [...lanes.values()].flatMap((lane) => {
    const waiting = lane.values();
    const work = async () => {
      for (const [index, item] of waiting) answers[index] = await answer(item);
    };
    return Array.from({ length: Math.min(limit, lane.length) }, work);
  });
  await Promise.all(workers);
  return answers;
}
