import { type GraphQLSchema, isObjectType } from 'graphql';
import { unrecorded } from '../../cancellation/target/snapshot.ts';

const typeNames = { payment: 'Payment', order: 'Order' } as const;

/** What is looked up from a target where it was read, and not where it is told from a record. */
export const notLookedUp = { payment: { order: null, cancellations: [] }, order: { cancellations: [] } } as const;

/** Adds to each field that no record keeps how it stands in what is told from a record, as the answer of a cancel is. */
export function describeUnrecorded(schema: GraphQLSchema): void {
  for (const kind of ['payment', 'order'] as const) {
    const type = schema.getType(typeNames[kind]);
    if (!isObjectType(type)) continue;
    const fields = type.getFields();
    for (const [name, blank] of Object.entries({ ...unrecorded[kind], ...notLookedUp[kind] })) {
      const field = fields[name];
      if (field)
        field.description += ` Told by reads alone: ${blank === null ? 'null' : 'empty'} in the answer of a cancel and in its record.`;
    }
  }
}
