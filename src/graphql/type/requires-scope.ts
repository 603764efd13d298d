import { Extensions } from 'type-graphql';
import type { Scope } from '../../cancellation/target/caller.ts';

/** All the scopes that a caller needs to name a field in a document; none for every caller. `server/scopes-asked.ts` checks them. */
export function RequiresScope(...scopes: readonly Scope[]): MethodDecorator {
  return Extensions({ scopes });
}
