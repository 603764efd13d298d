import type * as z from 'zod';
import type { ProviderDefinition } from '../providers/definition.ts';
import { shownName } from './misspelled.ts';
import { variablesOf } from './provider-settings.ts';

type Issue = z.core.$ZodIssue;

/** A sentence for each thing that does not fit the schema, with the tenant and the variable and never a value. */
export function mistakesIn({ issues }: z.ZodError, definitions: readonly ProviderDefinition[]): string[] {
  const known = definitions.flatMap(({ settings }) => settings.flatMap(variablesOf)).join(', ');
  return issues.flatMap((issue) => {
    const [root, tenant, variable] = issue.path.map(String);
    if (root === undefined) return ofFile(issue);
    if (root !== 'tenants') return [`TENANTS_FILE: ${root} must be ${formsOfRoot[root] ?? 'something else'}.`];
    if (tenant === undefined)
      return ['TENANTS_FILE: tenants must be an object with the settings of each tenant by its name.'];
    return ofTenant(issue, variable, known).map((mistake) => `TENANTS_FILE, ${shownName(tenant)}${mistake}`);
  });
}

const formsOfRoot: Readonly<Record<string, string>> = {
  $schema: 'the address of a schema, as text',
  singleTenantRecords: 'the name of a tenant, or null',
};

function ofFile(issue: Issue): string[] {
  if (issue.code !== 'unrecognized_keys') return ['TENANTS_FILE must hold a JSON object.'];
  return issue.keys.map((key) => `TENANTS_FILE: ${shownName(key)} is unknown; use tenants and singleTenantRecords.`);
}

function ofTenant(issue: Issue, variable: string | undefined, known: string): string[] {
  if (issue.code === 'invalid_key') {
    return [
      ' is no name for a tenant: 1 to 64 of a-z, 0-9, ".", "_" and "-", the first a letter or digit, and not "default".',
    ];
  }
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => `: ${shownName(key)} is unknown; use ${known}.`);
  if (variable === undefined) return [': its settings must be an object.'];
  if (issue.code === 'invalid_value') return [`: ${variable} must be one of ${issue.values.join(', ')}, as text.`];
  if (issue.code === 'too_small') return [`: ${variable} is empty; leave it out, or give it a value.`];
  return [`: ${variable} must be text.`];
}
