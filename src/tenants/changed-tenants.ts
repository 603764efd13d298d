import type { Tenancy } from '../config/tenancy.ts';
import type { ConfiguredProvider, Setting, SettingValues } from '../providers/definition.ts';

/** The tenants that are new, gone, or have other providers or credentials than before, by the names of their records. */
export function changedTenants(before: Tenancy, after: Tenancy): string[] {
  const names = new Set([...before.providers.keys(), ...after.providers.keys()]);
  return [...names].filter((name) => {
    const [old, fresh] = [before.providers.get(name), after.providers.get(name)];
    if (old === undefined || fresh === undefined || old.length !== fresh.length) return true;
    return fresh.some((provider) => !old.some((other) => areSame(provider, other)));
  });
}

/** Whether two configurations of one provider are one and the same, credentials included. */
export function areSame(one: ConfiguredProvider, other: ConfiguredProvider): boolean {
  const { definition } = one;
  if (definition.id !== other.definition.id) return false;
  return definition.settings.every((setting) => valueIn(setting, one.settings) === valueIn(setting, other.settings));
}

function valueIn({ kind, name }: Setting, settings: SettingValues): string | boolean | undefined {
  if (kind === 'secret') return settings.optionalSecret(name)?.reveal();
  return kind === 'flag' ? settings.flag(name) : settings.text(name);
}
