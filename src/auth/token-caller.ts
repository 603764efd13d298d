import { hash } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { type Caller, type Owned, type Scope, scopes } from '../cancellation/target/caller.ts';

const ownSuffix = ':own';

/** Who a token speaks of, or the claim that is not what it must be. */
export type TokenCaller = { readonly caller: Caller } | { readonly malformedClaim: string };

/** Whose a token is, by its claim `tenant`: the name under which that tenant's records are kept, or null for nobody. */
export type TenantOf = (claim: unknown) => string | null;

/** Reads the claims of a token whose signature, issuer, audience and times hold. */
export function callerOf(claims: JWTPayload, tenantOf: TenantOf): TokenCaller {
  const { sub, scope = '', authorization_details: details, external_references: references } = claims;
  // No control characters: the subject is written into records, which cannot hold all of them.
  if (typeof sub !== 'string' || !/^[^\p{Cc}\p{Cs}]{1,255}$/u.test(sub)) return { malformedClaim: 'sub' };
  if (typeof scope !== 'string') return { malformedClaim: 'scope' };
  const tenant = tenantOf(claims['tenant']);
  if (tenant === null) return { malformedClaim: 'tenant' };
  const listed = listedTargets(details);
  if (listed === null) return { malformedClaim: 'authorization_details' };
  const externalReferences = texts(references ?? []);
  if (externalReferences === null) return { malformedClaim: 'external_references' };

  const named = scope.split(' ');
  const isShopper = named.some((name) => name.endsWith(ownSuffix));
  return {
    caller: {
      id: sub,
      tenant,
      principalClass: isShopper ? `shopper:${hash('sha256', sub, 'base64url')}` : 'service',
      scopes: grantedScopes(named, isShopper),
      owns: isShopper ? { ...listed, externalReferences } : null,
    },
  };
}

/** Scopes of other APIs mean nothing here. What a shopper may do is always limited to what is theirs, so never a bulk. */
function grantedScopes(named: readonly string[], isShopper: boolean): ReadonlySet<Scope> {
  const names = new Set(named.map((name) => (name.endsWith(ownSuffix) ? name.slice(0, -ownSuffix.length) : name)));
  return new Set(scopes.filter((scope) => names.has(scope) && !(isShopper && scope === 'bulk')));
}

/** The payments and orders of `authorization_details` (RFC 9396); those of other types are for other APIs. */
function listedTargets(details: unknown): Pick<Owned, 'payments' | 'orders'> | null {
  const payments = new Set<string>();
  const orders = new Set<string>();
  const lists = new Map([
    ['payment', payments],
    ['order', orders],
  ]);
  if (!Array.isArray(details ?? [])) return null;
  for (const detail of Array.isArray(details) ? details : []) {
    if (typeof detail?.type !== 'string') return null;
    const ids = lists.get(detail.type);
    if (ids === undefined) continue;
    const identifiers = texts(detail.identifiers);
    if (identifiers === null) return null;
    for (const id of identifiers) ids.add(id);
  }
  return { payments, orders };
}

/** A set of texts, none of which is empty: an empty reference would be that of every payment without one. */
function texts(value: unknown): ReadonlySet<string> | null {
  const isTexts = Array.isArray(value) && value.every((text) => typeof text === 'string' && text !== '');
  return isTexts ? new Set(value) : null;
}
