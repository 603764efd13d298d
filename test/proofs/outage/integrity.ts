import type { World } from './children.ts';
import type { Load, Served } from './load.ts';
import { atMost, type Figure } from './table.ts';

/** What the clients were told, held against what the providers really did. */
export async function integrity(world: World, load: Load): Promise<Figure[]> {
  const ledger = await world.ledger();
  const cancels = load.served.filter(({ kind }) => kind === 'cancel');
  const final = (served: Served) =>
    served.outcome === 'UNKNOWN' && served.cancellation !== null
      ? (world.outcomes.get(served.cancellation) ?? 'UNKNOWN')
      : served.outcome;
  const executed = ({ target }: Served) => (ledger[target] ?? 0) > 0;
  const lies = cancels.filter(
    (served) => (final(served) === 'CANCELLED') !== executed(served) && final(served) !== 'UNKNOWN',
  );
  const doubles = Object.values(ledger).filter((keys) => keys > 1).length;
  const unsettled = [...world.open.values()].filter(({ settledAt }) => settledAt === null).length;
  return [
    atMost(`all: answers that were not true, of ${cancels.length}`, lies.length, 0, '', true, 0),
    atMost('all: targets cancelled under two keys', doubles, 0, '', true, 0),
    atMost('all: cancellations left open at the end', unsettled, 0, '', true, 0),
  ];
}
