import { type Clock, json, type RecordedRequest, type WireAnswer } from '../wire.ts';
import type { Grants } from './access-token.ts';
import { fingerprint, type IdempotencyKeys, isDecision } from './idempotency-keys.ts';
import { orderRefusals as refuse } from './orders.answers.ts';
import { orderBody } from './orders.bodies.ts';
import { cancelOrder, letTerminalFinish, type OrderState, type OrderStore, terminalMs } from './orders.state.ts';
import { takeRefusal } from './target-store.ts';

const orderId = /^(ORD(TST)?)?[0-9A-Za-z]{26}$/;

interface OrdersParts {
  orders: OrderStore;
  keys: IdempotencyKeys;
  clock: Clock;
  grants: Grants;
  changed(id: string): void;
}

/** `GET /v1/orders/{id}` and `POST /v1/orders/{id}/cancel`. */
export function createOrdersApi({ orders, keys, clock, grants, changed }: OrdersParts) {
  function read(request: RecordedRequest, id: string): WireAnswer {
    const invalid = refuseInvalid(request, id);
    if (invalid) return invalid;
    const order = orders.find(id, grants.accountOf(request));
    if (!order) return refuse.notFound.answer();
    const { refuses, readsToo, missing } = order.row ?? {};
    if (missing) return refuse.notFound.answer();
    return refuses && readsToo ? refuse[refuses].answer() : json(200, orderBody(order));
  }

  function cancel(request: RecordedRequest, id: string): WireAnswer {
    const invalid = refuseInvalid(request, id);
    if (invalid) return invalid;
    const key = request.headers['x-idempotency-key'];
    if (!key) return refuse.keyMissing.answer();
    if (key.length > 64) return refuse.keyLength.answer();

    const earlier = keys.find(key);
    if (earlier) return earlier.request === fingerprint(request) ? earlier.answer : refuse.keyUsed.answer();
    const order = orders.find(id, grants.accountOf(request));
    const before = order?.status;
    const answer = execute(request, id);
    if (order?.status !== before) changed(id);
    if (order?.terminalDoneAt !== undefined) tellWhenFinished(order);
    if (isDecision(answer)) keys.keep(key, fingerprint(request), answer);
    return answer;
  }

  function refuseInvalid(request: RecordedRequest, id: string): WireAnswer | undefined {
    const token = grants.check(request, 'orders');
    if (token === 'missing') return refuse.tokenAbsent.answer();
    if (token === 'wrong') return refuse.tokenWrong.answer();
    if (token === 'for the other API') return refuse.testCredentials.answer();
    return orderId.test(id) ? undefined : refuse.pathParam.answer();
  }

  function execute(request: RecordedRequest, id: string): WireAnswer {
    const order = orders.find(id, grants.accountOf(request));
    if (!order) return refuse.notFound.answer();
    const now = clock.now();
    const refusal = takeRefusal(order);
    if (!refusal) return order.row?.missing ? refuse.notFound.answer() : transition(order, request, now);
    if (order.row?.executes) transition(order, request, now);
    return refuse[refusal].answer();
  }

  function tellWhenFinished(order: OrderState): void {
    const tell = () => letTerminalFinish(order, clock.now()) && changed(order.id);
    setTimeout(tell, terminalMs).unref();
  }

  return { read, cancel };
}

function transition(order: OrderState, request: RecordedRequest, now: number): WireAnswer {
  switch (order.status) {
    case 'created':
    case 'action_required':
      cancelOrder(order, now);
      return json(200, orderBody(order));
    case 'at_terminal':
      if (request.headers['x-allow-cancelable-status'] !== 'at_terminal') return refuse.notCancellable.answer();
      order.detail = 'cancellation_requested';
      order.terminalDoneAt ??= now + terminalMs;
      order.updatedAt = now;
      return json(202, orderBody(order));
    case 'canceled':
    case 'cancelled':
      return refuse.alreadyCancelled.answer();
    default:
      return refuse.notCancellable.answer();
  }
}
