import { carryOut } from '../load/load.ts';
import type { LoadOrder } from '../load/orders.ts';
import { arrivals, listen, type StubOrder } from '../provider/stub.ts';

/**
 * The load and the provider's stub, everything that a server under test talks to, in one process: it can then be kept awake
 * without taking turns on its core.
 */
export type Order = LoadOrder | StubOrder;

process.on('message', async (order: Order) => {
  process.send?.(order.kind === 'arrivals' ? arrivals(order) : await carryOut(order));
});
// The bench that started this process is gone.
process.once('disconnect', () => process.exit(1));
for (const port of (process.env['PORTS'] ?? '').split(',')) listen(Number(port));
