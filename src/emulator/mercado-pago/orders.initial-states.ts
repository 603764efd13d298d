import type { Json } from '../wire.ts';

/** How an order stands before anybody cancels it: its own words, those of its payment, and what else it shows. */
export interface InitialState {
  status: string;
  detail: string;
  payment: { status: string; detail: string };
  body?: Json;
  method?: Json;
}

const like = (status: string, detail: string, body?: Json, method?: Json): InitialState => ({
  status,
  detail,
  payment: { status, detail },
  ...(body ? { body } : {}),
  ...(method ? { method } : {}),
});

const point = {
  type: 'point',
  country_code: 'MEX',
  // Orders at a terminal name their country and no currency.
  currency: undefined,
  expiration_time: 'PT16M',
  config: { point: { terminal_id: 'EMULATED_N950__0001', print_on_terminal: 'no_ticket' } },
};

const pix = { id: 'pix', type: 'bank_transfer', qr_code: '00020126EMULATED6304ABCD' };

export const orderInitialStates = {
  created: like('created', 'created', { processing_mode: 'manual' }),
  waitingCapture: like('action_required', 'waiting_capture', { capture_mode: 'manual' }),
  waitingPix: like('action_required', 'waiting_payment', {}, pix),
  processing: like('processing', 'in_process'),
  atTerminal: like('at_terminal', 'at_terminal', point),
  processed: like('processed', 'accredited', { total_paid_amount: '74.00' }),
  // A full refund of a Checkout Pro order leaves its status alone.
  checkoutPro: like('processed', 'refunded', { checkout_url: 'https://example.com/checkout/emulated' }),
  failed: like('failed', 'rejected_by_issuer'),
  expired: like('expired', 'expired'),
  refunded: like('refunded', 'refunded'),
  chargedBack: like('charged_back', 'in_process'),
  canceled: { ...like('canceled', 'canceled'), payment: { status: 'canceled', detail: 'canceled_transaction' } },
} satisfies Record<string, InitialState>;

export type OrderInitialState = keyof typeof orderInitialStates;
