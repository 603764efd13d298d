import { GraphQLError, OperationTypeNode } from 'graphql';
import type { Caller } from '../../cancellation/target/caller.ts';

/** Lets a shopper ask for one cancel in a request, and refuses a document that holds more before any of it runs. */
export function requireOneMutation(operation: OperationTypeNode, rootFields: number, { owns }: Caller): void {
  if (operation !== OperationTypeNode.MUTATION || owns === null || rootFields <= 1) return;
  throw new GraphQLError('A shopper may ask for one cancel in a request.', {
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
  });
}
