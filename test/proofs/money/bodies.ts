/** What the two providers say, as far as a case needs it. */
export const paymentId = '770000000001';
export const orderId = 'ORD01KM0NEY00000000000000000000'.slice(0, 29);
export const vtexId = '77000000000000000000000000000001';

export function payment(status: string, more: object = {}) {
  return { status: 200, body: { id: Number(paymentId), status, ...more } };
}

export function order(status: string, more: object = {}) {
  return { status: 200, body: { id: orderId, status, ...more } };
}

export function paymentError(status: number, code: number) {
  return {
    status,
    body: { message: 'refused', error: 'bad_request', status, cause: [{ code, description: 'refused' }] },
  };
}

export function orderError(status: number, code: string) {
  return { status, body: { errors: [{ code, message: 'refused' }] } };
}

/** A VTEX provider's answer to a request, with both ids as they came. */
export function vtex({ body }: { readonly body: Readonly<Record<string, unknown>> }, status: number, more: object) {
  return { status, body: { paymentId: vtexId, requestId: body['requestId'], message: null, ...more } };
}

export const badGateway = { status: 502, body: '<html>bad gateway</html>' };
