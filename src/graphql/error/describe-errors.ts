import { type GraphQLSchema, isEnumType, isObjectType } from 'graphql';
import { catalogue, type ErrorCode, entryOf, errorCodes } from '../../cancellation/errors/catalogue.ts';
import { answerText, type ErrorSource } from '../../cancellation/errors/error-listing.ts';

/**
 * Describes the codes and the types of errors by their rows of the catalogue, and by the providers' answers that mean them.
 * type-graphql knows its classes before anybody knows the providers, so this is done to the finished schema.
 */
export function describeErrors(schema: GraphQLSchema, providers: readonly ErrorSource[]): void {
  const codes = schema.getType('ErrorCode');
  for (const code of errorCodes) {
    const value = isEnumType(codes) ? codes.getValue(code) : null;
    if (value) value.description = descriptionOf(code, providers);
  }
  for (const name of new Set(errorCodes.map((code) => catalogue[code].type))) {
    const type = schema.getType(name);
    if (isObjectType(type)) type.description = descriptionOfType(name, type.description, providers);
  }
}

function descriptionOf(code: ErrorCode, providers: readonly ErrorSource[]): string {
  const { message } = entryOf(code);
  return [message, ...originsText([code], providers)].join(' ');
}

/** What a type of several codes has in common its class says; the only code of a type says everything about it. */
function descriptionOfType(name: string, own: string | null | undefined, providers: readonly ErrorSource[]): string {
  const codes = errorCodes.filter((code) => catalogue[code].type === name);
  if (!own) return codes.map((code) => descriptionOf(code, providers)).join(' ');
  return [own, ...originsText(codes, providers)].join(' ');
}

/** Where the codes come from: what providers answer, and what else. */
function originsText(codes: readonly ErrorCode[], providers: readonly ErrorSource[]): string[] {
  const elsewhere = codes.flatMap((code) => entryOf(code).elsewhere ?? []);
  return [...answersText(codes, providers), ...new Set(elsewhere)];
}

/** None for codes that no provider documents. */
function answersText(codes: readonly ErrorCode[], providers: readonly ErrorSource[]): string[] {
  const answers = providers.flatMap(({ id, documentedErrors }) =>
    documentedErrors.filter(({ code }) => codes.includes(code)).map((error) => answerText({ provider: id, ...error })),
  );
  return answers.length === 0 ? [] : [`Provider answers: ${answers.join(', ')}.`];
}
