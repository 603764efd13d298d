import type { ProviderDefinition } from '../providers/definition.ts';
import { authVariables } from './auth-settings.ts';
import type { Environment } from './environment.ts';
import { variablesOf } from './provider-settings.ts';

/** Variables that look like ours and are none of ours: a misspelled one would otherwise be ignored without a word. */
export function reportMisspelled(environment: Environment, definitions: readonly ProviderDefinition[]): void {
  const families = new Map([
    ['AUTH_', authVariables],
    ['CORS_', ['CORS_ORIGINS']],
    ['DATABASE_', ['DATABASE_URL', 'DATABASE_URL_FILE']],
    ['TENANTS_', ['TENANTS_FILE']],
    ['TENANT_', ['TENANTS_FILE']],
    ['TRUSTED_', ['TRUSTED_DOCUMENTS', 'TRUSTED_DOCUMENTS_DIR']],
    [
      'RATE_LIMIT_',
      ['CANCELS', 'SHOPPER_CANCELS', 'READS', 'NOT_FOUND'].map((what) => `RATE_LIMIT_${what}_PER_MINUTE`),
    ],
    ...definitions.flatMap(({ id, settings }) => {
      const known = settings.flatMap(variablesOf);
      return [id, id.replaceAll('_', '')].map((name) => [`${name}_`, known] as const);
    }),
  ]);
  for (const [prefix, known] of families) {
    for (const name of environment.names()) {
      if (!name.startsWith(prefix) || known.includes(name)) continue;
      environment.mistakes.push(`${shownName(name)} is unknown, likely a typo; unset it, or use ${known.join(', ')}.`);
    }
  }
}

/** A name that somebody else has chosen, fit for a line. */
export function shownName(name: string): string {
  return name.slice(0, 64).replace(/[^\w.-]/g, '?');
}
