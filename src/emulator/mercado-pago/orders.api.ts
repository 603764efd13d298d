import { type Clock, json, type RecordedRequest, type WireAnswer } from '../wire.ts';
import { checkToken } from './access-token.ts';
import { fingerprint, type IdempotencyKeys, isDecision } from './idempotency-keys.ts';
import { orderRefusals as refuse } from './orders.answers.ts';
import { orderBody } from './orders.bodies.ts';
import { cancelOrder, type OrderState, type OrderStore, terminalMs } from './orders.state.ts';

const orderId = /^(ORD(TST)?)?[0-9A-Za-z]{26}$/;

interface OrdersParts {
  orders: OrderStore;
  keys: IdempotencyKeys;
  clock: Clock;
  accessToken: string;
}

/** `GET /v1/orders/{id}` and `POST /v1/orders/{id}/cancel`. */
export function createOrdersApi({ orders, keys, clock, accessToken }: OrdersParts) {
  function read(request: RecordedRequest, id: string): WireAnswer {
    const invalid = refuseInvalid(request, id);
    if (invalid) return invalid;
    const order = orders.find(id);
    if (!order) return refuse.notFound();
    return order.row?.refuses && order.row.readsToo ? refuse[order.row.refuses]() : json(200, orderBody(order));
  }

  function cancel(request: RecordedRequest, id: string): WireAnswer {
    const invalid = refuseInvalid(request, id);
    if (invalid) return invalid;
    const key = request.headers['x-idempotency-key'];
    if (!key) return refuse.keyMissing();
    if (key.length > 64) return refuse.keyLength();

    const earlier = keys.find(key);
    if (earlier) return earlier.request === fingerprint(request) ? earlier.answer : refuse.keyUsed();
    const answer = execute(request, id);
    if (isDecision(answer)) keys.keep(key, fingerprint(request), answer);
    return answer;
  }

  function refuseInvalid(request: RecordedRequest, id: string): WireAnswer | undefined {
    const token = checkToken(request, accessToken);
    if (token === 'missing') return refuse.tokenAbsent();
    if (token === 'wrong') return refuse.tokenWrong();
    return orderId.test(id) ? undefined : refuse.pathParam();
  }

  function execute(request: RecordedRequest, id: string): WireAnswer {
    const order = orders.find(id);
    if (!order) return refuse.notFound();
    const refusal = order.row?.refuses;
    if (refusal && order.refusalsLeft > 0) {
      order.refusalsLeft -= 1;
      if (order.row?.executes) transition(order, request, clock.now());
      return refuse[refusal]();
    }
    return transition(order, request, clock.now());
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
      if (request.headers['x-allow-cancelable-status'] !== 'at_terminal') return refuse.notCancellable();
      order.detail = 'cancellation_requested';
      order.terminalDoneAt ??= now + terminalMs;
      order.updatedAt = now;
      return json(202, orderBody(order));
    case 'canceled':
    case 'cancelled':
      return refuse.alreadyCancelled();
    default:
      return refuse.notCancellable();
  }
}
