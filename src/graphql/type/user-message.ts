import { Arg, Field } from 'type-graphql';
import { type Language as LanguageName, languages } from '../../cancellation/errors/texts.ts';
import { enumType } from './enum-type.ts';

const Language = enumType('Language', languages, { description: 'Languages of shopper messages.' });

/** `userMessage(language: Language = EN): String!`, the same wherever it stands. */
export function UserMessage(description?: string): MethodDecorator {
  return (prototype, key, descriptor) => {
    Field(() => String, description === undefined ? {} : { description })(prototype, key, descriptor);
    Arg('language', () => Language, { nullable: true, defaultValue: 'EN' satisfies LanguageName })(prototype, key, 0);
  };
}

/** The default of the argument does not stand in for an explicit null. */
export function chosenLanguage(language: LanguageName | null): LanguageName {
  return language ?? 'EN';
}
