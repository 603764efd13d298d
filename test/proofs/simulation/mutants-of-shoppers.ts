import { type Mutant, mutant, src } from './mutant.ts';

const asShopper = src('engine/cancel-as-shopper');
const before = src('engine/shown-before');
const claiming = src('engine/claim-cancellation');
const ownership = src('rules/ownership');

/** Whose a target is, and what its owner has asked before, forgotten. */
export const mutantsOfShoppers: readonly Mutant[] = [
  mutant('own-cancel-denied', 'Only a record under the same key shows that a target was shown to be theirs.', [
    before,
    "if (isUnsettled(record) || record.verdict.outcome === 'CANCELLED') return true;",
    'if (isUnsettled(record)) return record.id === keyed?.id;',
  ]),
  mutant('own-cancel-overlooked', 'What was written down for a shopper while the target was read is not looked for.', [
    asShopper,
    'const meanwhile = await shownBefore(engine, claim, msToClaim(engine, terms.arrivedAt));',
    "const meanwhile: ShownBefore = { kind: 'nothing' };",
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
    'store.page({ tenant, principalClass, filter,',
    'store.page({ tenant, principalClass: null, filter,',
  ]),
  mutant('shown-at-another-account', 'What they asked for at another account shows the target of the same id.', [
    before,
    'readable.filter((record) => areCompatible(record.account, account))',
    'readable',
  ]),
  mutant(
    'shown-once-is-sent',
    'What they asked for before, whatever became of it, shows that a target is theirs, and the cancel is sent.',
    [
      before,
      "return record.state === 'DONE' && record.id === keyed?.id;",
      'return record !== keyed || !isGivenUp(record);',
    ],
    [claiming, '...request, mayStart: false, holder', '...request, mayStart: true, holder'],
  ),
  mutant('given-up-is-denied', 'Of what was given up a shopper is told what the read says of the target.', [
    asShopper,
    "if (before.kind === 'given-up') return",
    "if (before.kind === 'given-up' && key === '') return",
  ]),
];
