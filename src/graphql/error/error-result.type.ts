import { Field, InterfaceType } from 'type-graphql';
import { type ErrorCode as Code, type ErrorType, entryOf } from '../../cancellation/errors/catalogue.ts';
import type { FailureOf, Upstream } from '../../cancellation/errors/failure.ts';
import { type Language, shopperText } from '../../cancellation/errors/texts.ts';
import { chosenLanguage, UserMessage } from '../type/user-message.ts';
import { ErrorCode } from './error-code.enum.ts';
import { UpstreamError } from './upstream-error.type.ts';

@InterfaceType({ description: 'Common to every error type.' })
export abstract class ErrorResult {
  constructor({ code, upstream }: FailureOf<ErrorType>, message = entryOf(code).message) {
    this.code = code;
    this.message = message;
    this.upstream = upstream;
  }

  @Field(() => ErrorCode, {
    description: 'Stable and machine-readable; at least one value per documented provider error.',
  })
  readonly code: Code;

  @Field(() => String, { description: 'English, for developers and logs. Not a contract: do not parse or show it.' })
  readonly message: string;

  @UserMessage(
    'What is the matter, safe to show to a shopper: no ids, no provider jargon, no secrets. The one of a cancel payload also says what to do.',
  )
  userMessage(language: Language | null): string {
    return shopperText(this.code, chosenLanguage(language));
  }

  @Field(() => UpstreamError, {
    nullable: true,
    description:
      'What the provider said, redacted; null when the gateway refused before calling it, and for a shopper.',
  })
  readonly upstream: Upstream | null;
}
