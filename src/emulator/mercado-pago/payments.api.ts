import { type Clock, isJsonContent, jsonObject, jsonText, type RecordedRequest, type WireAnswer } from '../wire.ts';
import type { Grants } from './access-token.ts';
import { paymentRefusals as refuse } from './payments.answers.ts';
import { paymentText } from './payments.bodies.ts';
import type { PaymentState, PaymentStore } from './payments.state.ts';
import { takeRefusal } from './target-store.ts';

const cancellable = new Set(['pending', 'in_process', 'authorized']);

// The page names these jumps under 403/4; `in_process` to `approved` it names under 2016 as well, and 2016 has it here.
const forbiddenJumps = new Set(['authorized>approved', 'in_process>rejected']);

interface PaymentsParts {
  payments: PaymentStore;
  clock: Clock;
  grants: Grants;
  changed(id: string): void;
}

/** `GET` and `PUT /v1/payments/{id}`. */
export function createPaymentsApi({ payments, clock, grants, changed }: PaymentsParts) {
  function answer(request: RecordedRequest, id: string): WireAnswer {
    const now = clock.now();
    const token = grants.check(request, 'payments');
    if (token === 'missing') return refuse.tokenMissing.answer(now);
    if (token === 'wrong') return refuse.tokenInvalid.answer();
    const isRead = request.method === 'GET';
    // A test user's token reads and does not write.
    if (!isRead && token === 'for the other API') return refuse.liveCredentials.answer(now);
    if (!isRead && request.method !== 'PUT') return refuse.methodNotAllowed.answer(now);
    if (!isRead && !/^\d+$/.test(id)) return refuse.methodNotAllowed.answer(now);

    const payment = payments.find(id, grants.accountOf(request));
    if (!payment) return refuse.notFound.answer(now);
    if (isRead) return read(payment, now);
    const before = payment.status;
    const answered = cancel(payment, request, now);
    if (payment.status !== before) changed(id);
    return answered;
  }

  return answer;
}

function read(payment: PaymentState, now: number): WireAnswer {
  const { refuses, readsToo, missing } = payment.row ?? {};
  if (missing) return refuse.notFound.answer(now);
  return refuses && readsToo ? refuse[refuses].answer(now) : show(payment);
}

function cancel(payment: PaymentState, request: RecordedRequest, now: number): WireAnswer {
  // What a row refuses it refuses of a request that is spelled as it wants.
  if (isMisspelled(payment, request)) return refuse.statusNotAccepted.answer(now);
  const refusal = takeRefusal(payment);
  if (!refusal) return payment.row?.missing ? refuse.notFound.answer(now) : update(payment, request, now);
  if (payment.row?.executes) update(payment, request, now);
  return refuse[refusal].answer(now);
}

function isMisspelled(payment: PaymentState, request: RecordedRequest): boolean {
  const wanted = jsonObject(request.body)?.['status'];
  return spellings.has(wanted) && wanted !== wordOf(payment);
}

const spellings = new Set<unknown>(['cancelled', 'canceled']);

function wordOf({ row }: PaymentState): string {
  return row?.takes ?? 'cancelled';
}

function update(payment: PaymentState, request: RecordedRequest, now: number): WireAnswer {
  if (!isJsonContent(request)) return refuse.notJson.answer(now);
  const body = jsonObject(request.body);
  if (!body) return refuse.unreadableBody.answer();
  const wanted = body['status'];
  if (wanted === undefined || wanted === null || wanted === '') return refuse.statusMissing.answer(now);
  if (forbiddenJumps.has(`${payment.status}>${wanted}`)) return refuse.forbidden.answer(now);
  if (wanted !== wordOf(payment)) return refuse.statusNotAccepted.answer(now);
  if (!cancellable.has(payment.status)) return refuse.stateNotValid.answer(now);
  payment.status = 'cancelled';
  payment.detail = 'by_collector';
  payment.updatedAt = now;
  return show(payment);
}

function show(payment: PaymentState): WireAnswer {
  return jsonText(200, paymentText(payment));
}
