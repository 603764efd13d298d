import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../request/context.ts';
import { listLimit } from '../request/input-limits.ts';
import { RequiresScope } from '../type/requires-scope.ts';
import { CancelOrdersPayload, CancelPaymentsPayload } from './bulk-payload.type.ts';
import { CancelOrderInput, CancelPaymentInput, orderRequest, paymentRequest } from './cancel.input.ts';
import { cancelMany, cancelOne } from './cancel-one.ts';
import type { BulkView, PayloadView } from './cancel-payload.mapper.ts';
import { CancelOrderPayload, CancelPaymentPayload } from './cancel-payload.type.ts';

@Resolver()
export class CancelResolver {
  @Mutation(() => CancelPaymentPayload, {
    nullable: true,
    description: 'Cancels one payment whose money was not captured.',
  })
  @RequiresScope('payments:cancel')
  cancelPayment(
    @Arg('input', () => CancelPaymentInput) input: CancelPaymentInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PayloadView> {
    return cancelOne(paymentRequest(input), context, info);
  }

  @Mutation(() => CancelOrderPayload, {
    nullable: true,
    description: 'Cancels one order and the transactions in it.',
  })
  @RequiresScope('orders:cancel')
  cancelOrder(
    @Arg('input', () => CancelOrderInput) input: CancelOrderInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PayloadView> {
    return cancelOne(orderRequest(input), context, info);
  }

  @Mutation(() => CancelPaymentsPayload, {
    nullable: true,
    description: `Cancels up to ${listLimit} payments independently: one failure leaves the others alone. What is not through within 8 seconds is UNKNOWN, and goes on.`,
  })
  @RequiresScope('payments:cancel', 'bulk')
  cancelPayments(
    @Arg('inputs', () => [CancelPaymentInput]) inputs: CancelPaymentInput[],
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<BulkView> {
    return cancelMany(inputs.map(paymentRequest), context, info);
  }

  @Mutation(() => CancelOrdersPayload, {
    nullable: true,
    description: `Cancels up to ${listLimit} orders independently: one failure leaves the others alone. What is not through within 8 seconds is UNKNOWN, and goes on.`,
  })
  @RequiresScope('orders:cancel', 'bulk')
  cancelOrders(
    @Arg('inputs', () => [CancelOrderInput]) inputs: CancelOrderInput[],
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<BulkView> {
    return cancelMany(inputs.map(orderRequest), context, info);
  }
}
