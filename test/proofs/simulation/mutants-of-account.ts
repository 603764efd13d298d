import { type Mutant, mutant, src } from './mutant.ts';

const claim = src('record/claim');
const store = 'test/store/memory-record-store.ts';

/** Whose account a record is of, forgotten. */
export const mutantsOfAccount: readonly Mutant[] = [
  mutant('reconciled-by-anybody', 'A record is reconciled with the credentials of another account.', [
    src('engine/reconcile'),
    "return resolved.kind === 'resolved' && mayAskOf(account, resolved.account) ? resolved : null;",
    "return resolved.kind === 'resolved' ? resolved : null;",
  ]),
  mutant('facts-of-all-accounts', 'A request is decided by what is known of its target at another account.', [
    store,
    '.filter((record) => areCompatible(record.account, request.account))',
    '',
  ]),
  mutant('keys-of-all-accounts', 'A key repeats the answer that it had at another account.', [
    claim,
    "    if (!areCompatible(record.account, request.account)) return { kind: 'mismatch', record };\n",
    '',
  ]),
  mutant('account-not-written', 'A record does not say of which account it is.', [
    claim,
    '    target: request.target,\n    account: request.account,\n',
    "    target: request.target,\n    account: '',\n",
  ]),
  mutant('miss-of-another-account', 'A target that another account misses counts as one that there is none of.', [
    src('rules/doubted-miss'),
    'if (!isMiss || !mayDiffer(account, asked)) return answer;',
    'if (!isMiss || mayDiffer(account, asked) || true) return answer;',
  ]),
];
