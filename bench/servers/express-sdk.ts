import express, { type Response } from 'express';
import { MercadoPagoConfig, Payment } from 'mercadopago';
import { AppConfig } from 'mercadopago/dist/utils/config/index.js';

/** What a shop builds that needs no GraphQL: express, and the provider's official package. */
Object.assign(AppConfig, { BASE_URL: process.env['PROVIDER_URL'] });
const payments = new Payment(new MercadoPagoConfig({ accessToken: 'TEST-bench' }));
type Wire = Awaited<ReturnType<Payment['get']>>;

const app = express();
app.disable('x-powered-by');

app.get('/payments/:id', async ({ params }, response) => {
  try {
    response.json(picked(await payments.get({ id: params.id })));
  } catch (error) {
    tell(response, error);
  }
});

app.put('/payments/:id', async (request, response) => {
  try {
    response.json(await cancel(request.params.id, String(request.headers['idempotency-key'])));
  } catch (error) {
    tell(response, error);
  }
});

app.get('/payments', async ({ query }, response) => {
  const read = async (id: string) => picked(await payments.get({ id }));
  response.json(await Promise.all(idsIn(query['ids']).map(read)));
});

app.put('/payments', async ({ query, headers }, response) => {
  const key = String(headers['idempotency-key']);
  response.json(await Promise.all(idsIn(query['ids']).map((id) => cancel(id, `${key}-${id}`))));
});

app.listen(Number(process.env['PORT']), '127.0.0.1');

async function cancel(id: string, idempotencyKey: string) {
  return picked(await payments.cancel({ id, requestOptions: { idempotencyKey } }));
}

function idsIn(ids: unknown): string[] {
  return String(ids).split(',');
}

/** The package throws what it understood of the answer. */
function tell(response: Response, error: unknown): void {
  const { status, message, causes } = error as { status?: number; message?: string; causes?: { code: number }[] };
  response.status(status || 500).json({ code: causes?.[0]?.code, message });
}

function picked(payment: Wire) {
  return {
    id: payment.id,
    status: payment.status,
    statusDetail: payment.status_detail,
    amount: { amount: payment.transaction_amount, currency: payment.currency_id },
    captured: payment.captured,
    liveMode: payment.live_mode,
    description: payment.description,
    paymentMethodId: payment.payment_method_id,
    paymentTypeId: payment.payment_type_id,
    installments: payment.installments,
    externalReference: payment.external_reference,
    createdAt: payment.date_created,
    updatedAt: payment.date_last_updated,
  };
}
