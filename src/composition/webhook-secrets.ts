import type { Config } from '../config.ts';

type Tenancy = Config['tenancy'];
type Definition = Config['definitions'][number];
type Secret = Config['databaseUrl'];

/** The secrets by which notifications of one provider are signed. */
export interface WebhookSecrets {
  /** By the names of tenants' records. */
  readonly byTenant: ReadonlyMap<string, Secret>;
  /** One of them; null where nobody has any. */
  readonly anybodys: Secret | null;
}

const none: WebhookSecrets = { byTenant: new Map(), anybodys: null };

/** Finds the secrets of a provider, and goes through the tenants anew only where there is a newer state of them. */
export function webhookSecrets(): (tenancy: Tenancy, definition: Definition | undefined) => WebhookSecrets {
  const known = new WeakMap<Tenancy, Map<string, WebhookSecrets>>();
  return (tenancy, definition) => {
    if (definition === undefined) return none;
    const ofTenancy = known.get(tenancy) ?? new Map<string, WebhookSecrets>();
    known.set(tenancy, ofTenancy);
    const secrets = ofTenancy.get(definition.id) ?? secretsIn(tenancy, definition);
    ofTenancy.set(definition.id, secrets);
    return secrets;
  };
}

function secretsIn({ providers }: Tenancy, { id, webhook }: Definition): WebhookSecrets {
  const entries = [...providers].flatMap(([tenant, configured]) => {
    const settings = configured.find(({ definition }) => definition.id === id)?.settings;
    const secret = webhook && settings?.optionalSecret(webhook.secret);
    return secret ? [[tenant, secret] as const] : [];
  });
  return { byTenant: new Map(entries), anybodys: entries[0]?.[1] ?? null };
}
