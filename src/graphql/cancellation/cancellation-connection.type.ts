import { Field } from 'type-graphql';
import { ObjectType } from '../type/object-type.ts';
import type { CancellationView } from './cancellation.mapper.ts';
import { Cancellation } from './cancellation.type.ts';

@ObjectType({ description: "Where a page stands in its list, as in Relay's cursor connections." })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there are more behind `endCursor`.' })
  readonly hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'False: pages lead from the newest to the oldest only.' })
  readonly hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'The cursor of the first edge; null on an empty page.' })
  readonly startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the last edge, for `after` to go on from; null on an empty page.',
  })
  readonly endCursor!: string | null;
}

@ObjectType({ description: 'A cancellation in its place in the list.' })
export class CancellationEdge {
  @Field(() => String, {
    description: 'Its place, opaque. It stays good however the list and the cancellation change.',
  })
  readonly cursor!: string;

  @Field(() => Cancellation, {
    nullable: true,
    description: 'Null where there is a cancellation whose record cannot be read. The operator is told of it.',
  })
  readonly node!: CancellationView | null;
}

@ObjectType({ description: 'A page of cancellations, newest first.' })
export class CancellationConnection {
  @Field(() => [CancellationEdge], { description: 'By `requestedAt`, latest first, at most `first`.' })
  readonly edges!: CancellationEdge[];

  @Field(() => PageInfo, { description: 'Whether and where to go on.' })
  readonly pageInfo!: PageInfo;
}
