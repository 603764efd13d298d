import type { ErrorCode } from '../../../src/cancellation/errors/catalogue.ts';
import type { Message } from './verdict-messages.ts';

/** What a shopper is told of an error alone. */
export const errorMessages: readonly (Message & { readonly codes: readonly ErrorCode[] })[] = [
  {
    codes: ['PAYMENT_NOT_CANCELLABLE'],
    en: 'This payment cannot be cancelled in its current state.',
    es: 'Este pago no se puede cancelar en su estado actual.',
    pt: 'Este pagamento não pode ser cancelado no estado atual.',
  },
  {
    codes: ['PAYMENT_ALREADY_CANCELLED'],
    en: 'This payment was already cancelled.',
    es: 'Este pago ya estaba cancelado.',
    pt: 'Este pagamento já estava cancelado.',
  },
  {
    codes: ['CANCEL_THE_ORDER'],
    en: 'This payment can only be cancelled together with its order.',
    es: 'Este pago solo se puede cancelar junto con su pedido.',
    pt: 'Este pagamento só pode ser cancelado junto com o seu pedido.',
  },
  {
    codes: ['PAYMENT_NOT_FOUND'],
    en: 'We could not find this payment.',
    es: 'No encontramos este pago.',
    pt: 'Não encontramos este pagamento.',
  },
  {
    codes: ['ORDER_NOT_CANCELLABLE'],
    en: 'The payment of this order cannot be cancelled in its current state.',
    es: 'El pago de este pedido no se puede cancelar en su estado actual.',
    pt: 'O pagamento deste pedido não pode ser cancelado no estado atual.',
  },
  {
    codes: ['ORDER_ALREADY_CANCELLED'],
    en: 'The payment of this order was already cancelled.',
    es: 'El pago de este pedido ya estaba cancelado.',
    pt: 'O pagamento deste pedido já estava cancelado.',
  },
  {
    codes: ['ORDER_NOT_FOUND'],
    en: 'We could not find the payment of this order.',
    es: 'No encontramos el pago de este pedido.',
    pt: 'Não encontramos o pagamento deste pedido.',
  },
  {
    codes: [
      'INVALID_STATUS_FOR_UPDATE',
      'STATUS_REQUIRED',
      'IDEMPOTENCY_KEY_REQUIRED',
      'INVALID_IDEMPOTENCY_KEY',
      'ACCESS_TOKEN_MISSING',
      'ACCESS_TOKEN_INVALID',
      'TEST_CREDENTIALS_NOT_SUPPORTED',
      'LIVE_CREDENTIALS_NOT_ALLOWED',
      'PROVIDER_FORBIDDEN',
      'PROVIDER_NOT_CONFIGURED',
    ],
    en: 'This is not possible right now.',
    es: 'No es posible en este momento.',
    pt: 'Isso não é possível agora.',
  },
  {
    codes: ['IDEMPOTENCY_KEY_ALREADY_USED'],
    en: 'We could not carry out this request.',
    es: 'No pudimos realizar esta solicitud.',
    pt: 'Não conseguimos realizar esta solicitação.',
  },
  {
    codes: ['IDEMPOTENCY_KEY_IN_PROGRESS'],
    en: 'A cancellation is already running.',
    es: 'Ya hay una cancelación en curso.',
    pt: 'Já há um cancelamento em andamento.',
  },
  {
    codes: ['INVALID_PAYMENT_ID'],
    en: 'We could not find this payment: its number does not look right.',
    es: 'No encontramos este pago: su número no parece correcto.',
    pt: 'Não encontramos este pagamento: o número não parece correto.',
  },
  {
    codes: ['INVALID_ORDER_ID'],
    en: 'We could not find the payment of this order: its number does not look right.',
    es: 'No encontramos el pago de este pedido: su número no parece correcto.',
    pt: 'Não encontramos o pagamento deste pedido: o número não parece correto.',
  },
  {
    codes: ['MANUAL_CANCELLATION_REQUIRED'],
    en: 'The store has to cancel this by hand.',
    es: 'La tienda debe cancelarlo manualmente.',
    pt: 'A loja precisa cancelar manualmente.',
  },
  {
    codes: ['PROVIDER_DECLINED'],
    en: 'The payment service did not accept the cancellation.',
    es: 'El servicio de pagos no aceptó la cancelación.',
    pt: 'O serviço de pagamentos não aceitou o cancelamento.',
  },
  {
    codes: ['PROVIDER_INTERNAL_ERROR', 'UNEXPECTED_PROVIDER_RESPONSE'],
    en: 'The payment service has a problem.',
    es: 'El servicio de pagos tiene un problema.',
    pt: 'O serviço de pagamentos está com um problema.',
  },
  {
    codes: ['OUTCOME_UNKNOWN'],
    en: 'It is not certain whether the cancellation took effect.',
    es: 'No sabemos con certeza si la cancelación se realizó.',
    pt: 'Não sabemos com certeza se o cancelamento foi feito.',
  },
  {
    codes: ['PROVIDER_UNREACHABLE', 'PROVIDER_RATE_LIMITED'],
    en: 'The payment service is not available right now.',
    es: 'El servicio de pagos no está disponible ahora.',
    pt: 'O serviço de pagamentos não está disponível agora.',
  },
  {
    codes: ['OPERATION_NOT_SUPPORTED'],
    en: 'This is not available for this payment.',
    es: 'Esta opción no está disponible para este pago.',
    pt: 'Esta opção não está disponível para este pagamento.',
  },
  {
    codes: ['UNRECOGNIZED_PROVIDER_ERROR'],
    en: 'The payment service answered with a problem.',
    es: 'El servicio de pagos respondió con un problema.',
    pt: 'O serviço de pagamentos respondeu com um problema.',
  },
  {
    codes: ['INTERNAL_ERROR'],
    en: 'Something went wrong on our side.',
    es: 'Algo salió mal de nuestro lado.',
    pt: 'Algo deu errado do nosso lado.',
  },
];
