import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Emulator, startEmulator } from '../../src/emulator/index.ts';
import { freshDatabase } from '../doubles/fresh-database.ts';
import { type Gateway, type GatewayOptions, startGateway } from '../doubles/gateway.ts';
import { type Claims, type Issuer, startIssuer } from '../doubles/tokens.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { post } from './ask.ts';

const everyScope = 'payments:read payments:cancel orders:read orders:cancel cancellations:read pii:read bulk';

/** What a document asked of the gateway, for some tenant. */
type Ask = <T = Record<string, unknown>>(query: string, variables?: Record<string, unknown>) => Promise<T>;

/** A gateway with tenants, an emulator where each has an account, and the files that say so. */
export interface TenantsScene extends Gateway {
  readonly emulator: Emulator;
  /** Asks as a caller of this tenant, who may do everything. */
  as(tenant: string, claims?: Claims): { readonly ask: Ask };
  /** One request as it goes over the wire. */
  send(claims: Claims, query: string): ReturnType<typeof post>;
  /** Writes the token of a tenant's account, which the emulator takes from now on. */
  grant(tenant: string, token: string, account: string): void;
  writeTenants(content: unknown): void;
  /** The bearer tokens that the emulator was sent since it was last reset. */
  tokensSent(): string[];
}

export interface SceneOptions extends GatewayOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** What the file says beside the tenants. */
  readonly file?: object;
}

/** The tenants `acme` and `bolt`, each with an account at Mercado Pago; `acme` has VTEX too, and `gone` a provider that is down. */
export async function startTenants({ env, file, ...options }: SceneOptions = {}): Promise<TenantsScene> {
  const directory = temporaryDirectory('tenants');
  const tenantsFile = join(directory, 'tenants.json');
  const [emulator, issuer] = await Promise.all([startEmulator(), startIssuer()]);
  const { MERCADO_PAGO, VTEX } = emulator.providers;
  const writeTenants = (content: unknown) => writeFileSync(tenantsFile, JSON.stringify(content));
  const grant = (tenant: string, token: string, account: string) => {
    MERCADO_PAGO.grant({ token, account, apis: ['payments', 'orders'] });
    writeFileSync(join(directory, tenant), `${token}\n`);
  };
  grant('acme', 'TEST-of-acme', '11');
  grant('bolt', 'TEST-of-bolt', '22');
  const ofMercadoPago = (tenant: string, url = MERCADO_PAGO.url) => ({
    MERCADO_PAGO_BASE_URL: url,
    MERCADO_PAGO_ACCESS_TOKEN_FILE: tenant,
  });
  writeTenants({
    singleTenantRecords: null,
    ...file,
    tenants: {
      acme: { ...ofMercadoPago('acme'), ...VTEX.gatewayVariables },
      bolt: ofMercadoPago('bolt'),
      gone: ofMercadoPago('bolt', 'http://127.0.0.1:9'),
    },
  });
  const settings = { ...issuer.env, TENANTS_FILE: tenantsFile, DATABASE_URL: freshDatabase(), ...env };
  const gateway = await startGateway(settings, options).catch(async (error) => {
    await emulator.close();
    throw error;
  });
  return sceneOf({ gateway, emulator, issuer, writeTenants, grant });
}

type Parts = Pick<TenantsScene, 'emulator' | 'writeTenants' | 'grant'> & {
  readonly gateway: Gateway;
  readonly issuer: Issuer;
};

function sceneOf({ gateway, emulator, issuer, writeTenants, grant }: Parts): TenantsScene {
  const send: TenantsScene['send'] = async (claims, query) =>
    post(gateway.url, { query }, await issuer.bearer({ scope: everyScope, ...claims }));
  return {
    get url() {
      return gateway.url;
    },
    log: gateway.log,
    restart: gateway.restart,
    reload: gateway.reload,
    emulator,
    writeTenants,
    grant,
    send,
    as: (tenant, claims = {}) => ({
      async ask<T>(query: string, variables?: Record<string, unknown>) {
        const headers = await issuer.bearer({ scope: everyScope, tenant, ...claims });
        const { body, text } = await post(gateway.url, { query, variables }, headers);
        if (!body.data) throw new Error(text);
        return body.data as T;
      },
    }),
    tokensSent: () => {
      const sent = emulator.requests.map(({ headers }) => headers['authorization'] ?? '');
      return [...new Set(sent)].sort();
    },
    async close() {
      await gateway.close();
      await emulator.close();
    },
  };
}
