import { Ctx, Query, Resolver } from 'type-graphql';
import type { ErrorListing } from '../../cancellation/errors/error-listing.ts';
import type { Context } from '../request/context.ts';
import { RequiresScope } from '../type/requires-scope.ts';
import { ErrorCatalogEntry } from './error-catalog.type.ts';

@Resolver()
export class ErrorCatalogResolver {
  @Query(() => [ErrorCatalogEntry], {
    description:
      'Every error this gateway can return and the provider code behind it; the same table that maps the errors.',
  })
  @RequiresScope()
  errorCatalog(@Ctx() { gateway }: Context): readonly ErrorListing[] {
    return gateway.errorListing;
  }
}
