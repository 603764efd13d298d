/** What Mercado Pago's reference would be as OpenAPI, as far as the bench asks: one payment, read and cancelled. */
export function openApiOf(providerUrl: string): string {
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
  const key = { name: 'X-Idempotency-Key', in: 'header', schema: { type: 'string' } };
  const responses = { 200: jsonOf('Payment'), 404: jsonOf('PaymentError') };
  const requestBody = { content: { 'application/json': { schema: objectOf({ status: 'string' }) } } };
  return JSON.stringify({
    openapi: '3.0.3',
    info: { title: 'Payments', version: '1' },
    servers: [{ url: providerUrl }],
    paths: {
      '/v1/payments/{id}': {
        get: { operationId: 'payment', parameters: [id], responses },
        put: { operationId: 'cancelPayment', parameters: [id, key], requestBody, responses },
      },
    },
    components: { schemas: { Payment: objectOf(payment), PaymentError: objectOf(paymentError) } },
  });
}

const payment = {
  ...{ id: 'string', status: 'string', status_detail: 'string', transaction_amount: 'number', currency_id: 'string' },
  ...{ captured: 'boolean', live_mode: 'boolean', description: 'string', payment_method_id: 'string' },
  ...{ payment_type_id: 'string', installments: 'integer', external_reference: 'string' },
  ...{ date_created: 'string', date_last_updated: 'string' },
};

const paymentError = { message: 'string', error: 'string', status: 'integer' };

function objectOf(types: Readonly<Record<string, string>>) {
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(types).map(([name, type]) => [name, { type }])),
  };
}

function jsonOf(schema: string) {
  const content = { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } };
  return { description: schema, content };
}
