import type { ProviderDefinition } from '../providers/definition.ts';
import type { Environment } from './environment.ts';
import { readProvider, variablesOf } from './provider-settings.ts';
import { singleTenant, type Tenancy } from './tenancy.ts';
import { readTenantsFile } from './tenants-file.ts';
import { mostTenants } from './tenants-schema.ts';

/** The tenants of TENANTS_FILE or, without it, the one whose providers the environment names. */
export function readTenancy(
  environment: Environment,
  definitions: readonly ProviderDefinition[],
  liveAllowed: boolean,
): Tenancy {
  const path = environment.get('TENANTS_FILE');
  if (path !== undefined) {
    refuseBeside(environment, definitions);
    const tenancy = readTenantsFile(environment, path, definitions, liveAllowed);
    if (tenancy.providers.size > mostTenants) {
      environment.mistakes.push(`TENANTS_FILE names more than ${mostTenants} tenants.`);
    }
    return tenancy;
  }
  const providers = definitions
    .map((definition) => readProvider(environment, definition, liveAllowed))
    .filter((provider) => provider !== null);
  return {
    recordNames: null,
    providers: new Map([[singleTenant, providers]]),
    singleTenantRecords: undefined,
    mistaken: new Map(),
    files: environment.files,
  };
}

/** Which of the two would win is nothing that an operator should have to know. */
function refuseBeside(environment: Environment, definitions: readonly ProviderDefinition[]): void {
  for (const variable of definitions.flatMap(({ settings }) => settings.flatMap(variablesOf))) {
    if (!environment.has(variable)) continue;
    environment.mistakes.push(`${variable} must be unset beside TENANTS_FILE, which has the settings of every tenant.`);
  }
  if (environment.get('AUTH') !== 'jwt') {
    environment.mistakes.push('TENANTS_FILE needs AUTH=jwt: nobody else says which tenant a caller belongs to.');
  }
}
