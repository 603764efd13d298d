import { createUnionType } from 'type-graphql';
import { errorMembers } from '../error/error-types.ts';
import { Payment } from './payment.type.ts';

export const PaymentResult = createUnionType({
  name: 'PaymentResult',
  description: 'A payment, or why it could not be read.',
  types: () => [Payment, ...errorMembers('payment', 'read')],
});
