import * as z from 'zod';
import type { ProviderDefinition, Setting } from '../providers/definition.ts';
import { singleTenant } from './tenancy.ts';

/** How many tenants one file may name. */
export const mostTenants = 10_000;

const tenantNameForm = /^[a-z0-9][a-z0-9._-]{0,63}$/;

/** Settings of a tenant as the file gives them, by the names of the environment's variables. */
export type TenantEntries = Readonly<Record<string, string | undefined>>;

/** What TENANTS_FILE may hold. That the settings of a provider belong together is checked where those of the environment are. */
export function tenantsSchema(definitions: readonly ProviderDefinition[]) {
  return z
    .strictObject({
      $schema: z.string().optional().describe('Where this schema is, for editors.'),
      singleTenantRecords: nameOfTenant
        .nullable()
        .optional()
        .describe(
          'Which of the tenants takes over the records of the time without this file; null when none does. ' +
            'Required where the store has such records.',
        ),
      tenants: z
        .record(nameOfTenant, tenantSchema(definitions))
        .describe("By the name that the claim `tenant` of a caller's token bears.")
        .meta({ minProperties: 1, maxProperties: mostTenants }),
    })
    .describe('The tenants of the gateway: the file that TENANTS_FILE names.');
}

/** The tenants of a file that are well formed, whatever the others are: what their values lack is told as well. */
export function wellFormedTenants(
  json: unknown,
  definitions: readonly ProviderDefinition[],
): Readonly<Record<string, TenantEntries>> {
  const file = z.object({ tenants: z.record(z.string(), z.unknown()) }).safeParse(json);
  const tenant = tenantSchema(definitions);
  const read = Object.entries(file.data?.tenants ?? {}).flatMap(([name, entries]) => {
    const { data } = tenant.safeParse(entries);
    return data === undefined || !nameOfTenant.safeParse(name).success ? [] : [[name, data] as const];
  });
  return Object.fromEntries(read);
}

function tenantSchema(definitions: readonly ProviderDefinition[]): z.ZodType<TenantEntries> {
  const entries = definitions.flatMap(({ settings }) => settings.flatMap(entriesOf));
  return z
    .strictObject(Object.fromEntries(entries))
    .describe('The settings of one tenant, by the names that they have in the environment.');
}

const nameOfTenant = z
  .string()
  .regex(tenantNameForm)
  .refine((name) => name !== singleTenant)
  .meta({ not: { const: singleTenant } });

const text = z.string().min(1);

function entriesOf(setting: Setting): [name: string, entry: z.ZodType<string | undefined>][] {
  const { name, description } = setting;
  switch (setting.kind) {
    case 'secret':
      return [
        [name, text.optional().describe(`${description} Better in a file: ${name}_FILE.`)],
        [`${name}_FILE`, text.optional().describe(`${description} A path, relative to this file.`)],
      ];
    case 'url':
      return [[name, text.optional().describe(description)]];
    case 'flag':
      return [[name, z.enum(['true', 'false', '1', '0']).optional().describe(description)]];
    case 'choice':
      return [[name, z.enum(setting.choices).optional().describe(description)]];
  }
}

/** The schema for editors and for checks before a deployment, as JSON Schema. */
export function tenantsJsonSchema(definitions: readonly ProviderDefinition[]): object {
  return z.toJSONSchema(tenantsSchema(definitions));
}
