import type { GraphQLSchema } from 'graphql';
import type { Provider } from '../../cancellation/provider.ts';
import type { TargetKind } from '../../cancellation/target/target.ts';

const kinds: readonly TargetKind[] = ['payment', 'order'];

/** Adds to the read of each kind of target which ids lead to which provider. */
export function describeIdForms(schema: GraphQLSchema, providers: readonly Provider[]): void {
  const reads = schema.getQueryType()?.getFields();
  for (const kind of kinds) {
    const forms = providers.flatMap(({ id, targets }) => {
      const rules = targets[kind];
      return rules === undefined ? [] : `\`${id}\` (${rules.id.expected})`;
    });
    const read = reads?.[kind];
    if (read === undefined || forms.length === 0) continue;
    read.description = `${read.description} The form of the id tells the provider: ${forms.join(' or ')}; \`provider\` overrides it.`;
  }
}
