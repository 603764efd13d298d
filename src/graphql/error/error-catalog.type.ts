import { Field, Int } from 'type-graphql';
import type { ErrorCode as Code, ErrorType } from '../../cancellation/errors/catalogue.ts';
import type { ErrorListing } from '../../cancellation/errors/error-listing.ts';
import type { NextAction as Action } from '../../cancellation/errors/next-action.ts';
import { type Language, shopperText } from '../../cancellation/errors/texts.ts';
import type { ProviderId } from '../../cancellation/target/target.ts';
import { NextAction } from '../cancellation/next-action.enum.ts';
import { ID } from '../scalars/id.scalar.ts';
import { ObjectType } from '../type/object-type.ts';
import { Provider } from '../type/provider.enum.ts';
import { chosenLanguage, UserMessage } from '../type/user-message.ts';
import { ErrorCode } from './error-code.enum.ts';

@ObjectType({ description: 'One error this gateway can return.' })
export class ErrorCatalogEntry implements ErrorListing {
  @Field(() => ErrorCode, {
    description: 'The code of the error; one code has as many entries as provider answers bring it.',
  })
  readonly code!: Code;

  @Field(() => String, { description: 'The GraphQL type that carries it.' })
  readonly typeName!: ErrorType;

  @Field(() => Provider, { nullable: true, description: "Null for the gateway's own errors." })
  readonly provider!: ProviderId | null;

  @Field(() => Int, {
    nullable: true,
    description: "The HTTP status of the provider's answer; null for the gateway's own errors.",
  })
  readonly upstreamHttpStatus!: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The provider's own code in the answer; null where any other code means the error, and for the gateway's own.",
  })
  readonly upstreamCode!: string | null;

  @Field(() => NextAction, {
    description: 'What a client should usually do about it; the payload of a cancel knows more.',
  })
  readonly nextAction!: Action;

  @Field(() => String, { description: 'English, for developers.' })
  readonly description!: string;

  @UserMessage('As the error itself would say it: safe to show to a shopper.')
  userMessage(language: Language | null): string {
    return shopperText(this.code, chosenLanguage(language));
  }

  @Field(() => String, { nullable: true, description: 'The page that documents it.' })
  readonly docsUrl!: string | null;

  @Field(() => ID, { nullable: true, description: 'An id that brings this error in the sandbox.' })
  readonly sandboxId!: string | null;
}
