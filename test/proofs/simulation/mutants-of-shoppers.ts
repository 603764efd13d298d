import { type Mutant, mutant, src } from './mutant.ts';

const asShopper = src('engine/cancel-as-shopper');
const before = src('engine/shown-before');
const ownership = src('rules/ownership');

/** Whose a target is, and what its owner has asked before, forgotten. */
export const mutantsOfShoppers: readonly Mutant[] = [
  mutant('own-cancel-denied', 'Only a record under the same key shows that a target was shown to be theirs.', [
    before,
    'record !== null && areCompatible(record.account, account)',
    'record !== null && record.idempotencyKey === claim.idempotencyKey && areCompatible(record.account, account)',
  ]),
  mutant('own-cancel-overlooked', 'What was written down for a shopper while the target was read is not looked for.', [
    asShopper,
    'const meanwhile = await wasShownBefore(engine, claim, msToClaim(engine, arrivedAt));',
    'const meanwhile: boolean | ClaimFailure = false;',
  ]),
  mutant('unshown-is-sent', "A shopper's cancel is sent whatever the read says of the target.", [
    asShopper,
    "if (read.kind === 'found') return null;",
    'if (read.kind) return null;',
  ]),
  mutant('any-reference-shows', 'A target is theirs under whatever reference it is shown.', [
    ownership,
    "return externalReference !== null && externalReference !== '' && externalReferences.has(externalReference);",
    "return externalReference !== null && externalReference !== '' && externalReferences.size > 0;",
  ]),
  mutant('shown-by-others', 'What others have asked for counts as asked for by the shopper.', [
    before,
    'await store.page({ tenant, principalClass, filter,',
    'await store.page({ tenant, principalClass: null, filter,',
  ]),
  mutant('shown-at-another-account', 'What they asked for at another account shows the target of the same id.', [
    before,
    'record !== null && areCompatible(record.account, account)',
    'record !== null',
  ]),
];
