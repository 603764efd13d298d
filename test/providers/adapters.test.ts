import { adapterContract } from './adapter.contract.ts';
import { imaginaryHolds } from './imaginary/fixtures.ts';
import { mercadoPagoOrders } from './mercado-pago/orders.fixtures.ts';
import { mercadoPagoPayments } from './mercado-pago/payments.fixtures.ts';
import { vtexPayments } from './vtex/payments.fixtures.ts';

for (const fixtures of [mercadoPagoPayments, mercadoPagoOrders, vtexPayments, imaginaryHolds])
  adapterContract(fixtures);
