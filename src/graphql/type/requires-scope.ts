import { Extensions } from 'type-graphql';
import type { Scope } from '../../cancellation/target/caller.ts';

/** What a caller needs to name a field in a document; null for everyone. `server/authorization.plugin.ts` checks it. */
export function RequiresScope(scope: Scope | null): MethodDecorator {
  return Extensions({ scope });
}
