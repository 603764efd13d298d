import 'reflect-metadata';
import { type GraphQLSchema, isObjectType } from 'graphql';
import { buildSchemaSync, type PubSub } from 'type-graphql';
import type { Provider } from '../../cancellation/provider.ts';
import { CancelResolver } from '../cancellation/cancel.resolver.ts';
import { CancellationResolver } from '../cancellation/cancellation.resolver.ts';
import { CancellationDetailsResolver } from '../cancellation/cancellation-details.resolver.ts';
import { CancellationUpdatesResolver } from '../cancellation/cancellation-updates.resolver.ts';
import { describeErrors } from '../error/describe-errors.ts';
import { ErrorCatalogResolver } from '../error/error-catalog.resolver.ts';
import { OrderResolver } from '../order/order.resolver.ts';
import { PaymentResolver } from '../payment/payment.resolver.ts';
import { nameProviders } from '../type/provider.enum.ts';
import { describeIdForms } from './describe-id-forms.ts';
import { describeUnrecorded } from './describe-unrecorded.ts';
import { hidePersonal } from './hide-personal.ts';
import { rememberTypesOfClasses } from './types-by-class.ts';

const description = `Cancels payments and orders at Mercado Pago and VTEX payment providers through one contract.

Business failures are data: every documented provider error is a member of a union, never an HTTP status
and never an entry in \`errors\`. Only these appear in \`errors\`, with a \`code\` in their \`extensions\`: malformed requests
and documents, and a document that is in no manifest where only those may be asked (\`UNTRUSTED_DOCUMENT\`); lists, notes and
\`expiresInSeconds\` beyond their limits, where one item refuses its whole list; a page or a filter of \`cancellations\` that
there cannot be; missing authentication or permission; too much asked for (\`RATE_LIMITED\`, \`OVERLOADED\`,
\`TOO_MANY_SUBSCRIPTIONS\`); a \`cancellationUpdated\` of no cancellation of the caller's (\`NOT_FOUND\`); and
failures and bugs of the gateway. Its README lists every code.

A cancel payload says what is certain (\`outcome\`) and what to do next (\`nextAction\`) in plain fields that need
no fragment, so an app that was built before an error type existed keeps working. \`error\` holds the typed detail.
Decide on \`outcome\`, never on the presence of \`error\`.`;

const rootDescriptions: Record<string, string> = {
  Query: 'Reads.',
  Subscription: 'What becomes of a cancellation, over a WebSocket.',
  Mutation:
    'Cancellations. A business failure never makes a field of this type throw; the fields are nullable so that a fault in one cannot erase the answer of another.',
};

/** type-graphql asks for one, though every subscription here has a source of its own. */
const nothingPublished: PubSub = {
  publish: () => {
    throw new Error('Nothing is published here.');
  },
  subscribe: () => {
    throw new Error('Nothing is published here.');
  },
};

/** The contract, built from the decorated classes for these providers; `schema/schema.graphql` is its printed form. */
export function buildSchema(providers: readonly Provider[]): GraphQLSchema {
  nameProviders(providers);
  const schema = buildSchemaSync({
    resolvers: [
      PaymentResolver,
      OrderResolver,
      CancellationResolver,
      CancellationDetailsResolver,
      CancellationUpdatesResolver,
      ErrorCatalogResolver,
      CancelResolver,
    ],
    pubSub: nothingPublished,
    validate: false,
    // It would ask the schema for all of itself at every start; test/contract does that once.
    skipCheck: true,
  });
  // type-graphql has no place for these.
  schema.description = description;
  for (const [name, text] of Object.entries(rootDescriptions)) {
    const type = schema.getType(name);
    if (type) type.description = text;
  }
  describeIdForms(schema, providers);
  describeErrors(schema, providers);
  describeUnrecorded(schema);
  hidePersonal(schema);
  rememberTypesOfClasses(schema);
  leaveDescriptionsToInterfaces(schema);
  return schema;
}

/** The SDL describes an interface's field once, at the interface, not again at each of its twenty types. */
function leaveDescriptionsToInterfaces(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    const inherited = type.getInterfaces().flatMap((parent) => Object.keys(parent.getFields()));
    const fields = type.getFields();
    for (const name of inherited) {
      const field = fields[name];
      if (field) field.description = undefined;
    }
  }
}
