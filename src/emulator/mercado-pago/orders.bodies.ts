import type { Json } from '../wire.ts';
import type { OrderState } from './orders.state.ts';
import { orderDate } from './wire-dates.ts';

/** The order as the API shows it: amounts are strings, there is no payer, and the expiration is a duration. */
export function orderBody(order: OrderState): Json {
  const { initial, createdAt, updatedAt, status, detail, payment } = order;
  const ulid = order.id.slice(-26);
  return {
    id: order.row?.inLowerCase ? order.id.toLowerCase() : order.id,
    type: 'online',
    processing_mode: 'automatic',
    capture_mode: 'automatic_async',
    external_reference: 'emulated-order-0001',
    description: 'Two emulated goods',
    total_amount: '74.00',
    country_code: 'BRA',
    currency: 'BRL',
    user_id: '481516234',
    integration_data: { application_id: '7204813356190042' },
    created_date: orderDate(createdAt),
    last_updated_date: orderDate(updatedAt),
    ...initial.body,
    status,
    status_detail: detail,
    transactions: {
      payments: [
        {
          id: `PAY${ulid}`,
          amount: '74.00',
          reference_id: '000g8k2v6w',
          status: payment.status,
          status_detail: payment.detail,
          expiration_time: 'P3D',
          date_of_expiration: orderDate(createdAt + 3 * 86_400_000),
          payment_method: initial.method ?? { id: 'master', type: 'credit_card', installments: 1 },
        },
      ],
      ...refunds(order, ulid),
    },
    items: [{ title: 'Emulated good', unit_price: '37.00', quantity: 2, warranty: false }],
  };
}

function refunds({ detail }: OrderState, ulid: string): Json {
  if (detail !== 'refunded') return {};
  return { refunds: [{ id: `REF${ulid}`, transaction_id: `PAY${ulid}`, amount: '74.00', status: 'processed' }] };
}
