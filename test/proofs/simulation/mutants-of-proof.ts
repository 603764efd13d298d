import { type Mutant, mutant, src } from './mutant.ts';

const evidence = src('rules/evidence');
const requestErrors = src('errors/catalogue/request-errors');
const settlement = src('rules/settlement');

/** What an answer proves, misread. */
export const mutantsOfProof: readonly Mutant[] = [
  mutant('timeout-means-failed', 'No answer counts as a refusal.', [
    evidence,
    "    case 'failed':\n    case 'lost':\n      return 'AMBIGUOUS';",
    "    case 'failed':\n      return 'AMBIGUOUS';\n    case 'lost':\n      return 'REFUSED';",
  ]),
  mutant('5xx-means-failed', 'A 5xx counts as a refusal.', [
    evidence,
    "    case 'failed':\n    case 'lost':\n      return 'AMBIGUOUS';",
    "    case 'failed':\n      return 'REFUSED';\n    case 'lost':\n      return 'AMBIGUOUS';",
  ]),
  mutant('reset-means-not-sent', 'A connection that broke counts as one over which nothing left.', [
    evidence,
    "    case 'failed':\n    case 'lost':\n      return 'AMBIGUOUS';",
    "    case 'failed':\n      return 'AMBIGUOUS';\n    case 'lost':\n      return answer.answered ? 'AMBIGUOUS' : 'NOT_SENT';",
  ]),
  mutant('any-2xx-means-cancelled', 'A 2xx counts as a success whatever status it shows.', [
    evidence,
    "return isFinal(phaseOf(answer.snapshot)) ? 'REFUSED' : 'AMBIGUOUS';",
    "return 'CANCELLED';",
  ]),
  mutant('accepted-means-cancelled', 'A 202 counts as done.', [
    settlement,
    "if (isTakenOn(evidence)) return unsettled('PENDING', null, seen);",
    "if (isTakenOn(evidence)) return settled('CANCELLED', 'NOTHING', null, seen);",
  ]),
  mutant('409-means-failed', 'An order that is cancelled already counts as refused.', [
    evidence,
    "already: 'ALREADY',",
    "already: 'REFUSED',",
  ]),
  mutant('captured-read-at-once', 'One read that shows captured outweighs the word that the target is cancelled.', [
    evidence,
    'const conflictMs = 60_000;',
    'const conflictMs = 0;',
  ]),
  mutant('key-used-means-failed', 'A key that the provider says was used counts as a refusal.', [
    requestErrors,
    "where the caller used the key for another input.',\n    refusal: 'nothing',",
    "where the caller used the key for another input.',\n    refusal: 'refused',",
  ]),
  mutant('423-means-failed', 'A key that is locked at the provider counts as a refusal.', [
    requestErrors,
    "at the provider, which locks the key.',\n    refusal: 'nothing',",
    "at the provider, which locks the key.',\n    refusal: 'refused',",
  ]),
  mutant('every-4xx-is-final', 'An unknown 4xx of any status counts as a refusal.', [
    evidence,
    "return understoodAsRefusal.has(answer.upstream.httpStatus ?? 0) ? 'REFUSED' : 'AMBIGUOUS';",
    "return understoodAsRefusal.has(400) ? 'REFUSED' : 'AMBIGUOUS';",
  ]),
  mutant('refusal-outweighs-doubt', 'A refusal is final though an earlier attempt is unaccounted for.', [
    evidence,
    "return proofOf(evidence.answer) === 'REFUSED' && !evidence.ambiguous;",
    "return proofOf(evidence.answer) === 'REFUSED';",
  ]),
  mutant('status-outweighs-doubt', 'A 501 settles although an earlier attempt is unaccounted for.', [
    evidence,
    "if (refusalIn(evidence.answer) === 'incapable') return true;",
    "if (refusalIn(evidence.answer) === 'incapable' || evidence.answer.kind === 'not-implemented') return true;",
  ]),
  mutant('not-sent-outweighs-doubt', 'An attempt that did not leave releases the record though an earlier one did.', [
    settlement,
    "if ((proof === 'NOT_SENT' || proof === 'NOT_EXECUTED') && !evidence.ambiguous) return",
    "if (proof === 'NOT_SENT' || proof === 'NOT_EXECUTED') return",
  ]),
  mutant('still-open-means-failed', 'A read that shows the target open counts as proof that nothing will happen.', [
    src('target/phase'),
    "return phase === 'captured' ||",
    "return (phase as string) === 'active' || phase === 'captured' ||",
  ]),
  mutant('2018-without-a-read', 'A refusal by state is final though the state could not be read.', [
    settlement,
    'return seen === null ? unknown(asked, answer, seen) : final(asked, evidence, seen);',
    'return final(asked, evidence, seen);',
  ]),
  mutant(
    '2018-never-reads',
    'A refusal by state is taken at its word.',
    [evidence, ' || isStateRefusal(answer) || isNotFound(answer) || isPerhapsByState(answer);', ';'],
    [
      settlement,
      'return seen === null ? unknown(asked, answer, seen) : final(asked, evidence, seen);',
      'return final(asked, evidence, seen);',
    ],
  ),
];
