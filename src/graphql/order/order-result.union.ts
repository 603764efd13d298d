import { createUnionType } from 'type-graphql';
import { errorMembers } from '../error/error-types.ts';
import { Order } from './order.type.ts';

export const OrderResult = createUnionType({
  name: 'OrderResult',
  description: 'An order, or why it could not be read.',
  types: () => [Order, ...errorMembers('order', 'read')],
});
