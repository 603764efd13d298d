/** What can be cancelled. An order is Mercado Pago's payment order: several transactions cancelled as one. */
export type TargetKind = 'payment' | 'order';

/** The id under which a provider is registered, e.g. `MERCADO_PAGO`. */
export type ProviderId = string;

/** One payment or order at one provider, its id in the provider's canonical form. */
export interface Target {
  readonly kind: TargetKind;
  readonly provider: ProviderId;
  readonly id: string;
}

/** An instant as RFC 3339 text in UTC with milliseconds. Text, so that a snapshot survives storage unchanged. */
export type Instant = string;
