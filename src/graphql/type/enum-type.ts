import { registerEnumType } from 'type-graphql';

interface EnumTexts<Name extends string> {
  readonly description: string;
  /** What single values mean; the others speak for themselves. */
  readonly values?: Partial<Record<Name, string>>;
}

/** A GraphQL enum over the names of a domain type. The returned object stands for it in `@Field` and `@Arg`. */
export function enumType<Name extends string>(
  name: string,
  names: readonly Name[],
  { description, values = {} }: EnumTexts<Name>,
): Record<Name, Name> {
  const type = Object.fromEntries(names.map((value) => [value, value])) as Record<Name, Name>;
  const described = Object.entries<string | undefined>(values).map(([value, text]) => [value, { description: text }]);
  registerEnumType(type, { name, description, valuesConfig: Object.fromEntries(described) });
  return type;
}
