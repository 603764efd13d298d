import { entryOf } from '../errors/catalogue.ts';
import { failure } from '../errors/failure.ts';
import { codesOf } from '../errors/kind-codes.ts';
import type { ReadResult } from '../gateway.ts';
import type { Caller, Owned } from '../target/caller.ts';
import type { Snapshot } from '../target/snapshot.ts';
import type { Target } from '../target/target.ts';
import type { ResolvedTarget } from './resolve-target.ts';

/** A caller for whom nothing exists but what is theirs. */
export interface Shopper extends Caller {
  readonly owns: Owned;
}

export function isShopper(caller: Caller): caller is Shopper {
  return caller.owns !== null;
}

/**
 * listed the token names the target · perhaps what the provider shows of it tells · foreign neither can be. A target that
 * cannot be read is listed or foreign.
 */
export type Ownership = 'listed' | 'perhaps' | 'foreign';

/** Whether a target is a shopper's, as far as their token tells; it may spell an id in any way that the provider knows. */
export function ownershipOf(owns: Owned, { target, rules }: Pick<ResolvedTarget, 'target' | 'rules'>): Ownership {
  const listed = target.kind === 'payment' ? owns.payments : owns.orders;
  for (const id of listed) if (rules.id.canonicalize(id) === target.id) return 'listed';
  return rules.readable && owns.externalReferences.size > 0 ? 'perhaps' : 'foreign';
}

/**
 * What a read is to a shopper whose token does not list the target. It is theirs where the provider shows it under a reference
 * of theirs; otherwise it does not exist, and nothing that the provider says of it is told. What it says of itself is.
 */
export function readAsShopper(owns: Owned, target: Target, read: ReadResult): ReadResult {
  if (read.kind === 'found') return bearsReferenceOf(owns, read.snapshot) ? read : missing(target);
  return ofTheTarget.has(entryOf(read.failure.code).type) ? missing(target) : read;
}

/** The one answer about what does not exist and about what is somebody else's. */
export function missing({ kind, id }: Target): Extract<ReadResult, { readonly kind: 'failed' }> {
  return { kind: 'failed', failure: failure(codesOf[kind].notFound, null, { targetId: id }) };
}

function bearsReferenceOf({ externalReferences }: Owned, { externalReference }: Snapshot): boolean {
  return externalReference !== null && externalReference !== '' && externalReferences.has(externalReference);
}

/** Errors by which a provider speaks of what it was asked to show; with any other it speaks of itself. */
const ofTheTarget: ReadonlySet<string> = new Set([
  'PaymentNotFoundError',
  'OrderNotFoundError',
  'InvalidIdError',
  'ProviderForbiddenError',
  'UnrecognizedProviderError',
]);
