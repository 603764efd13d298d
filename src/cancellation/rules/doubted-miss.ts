import { entryOf } from '../errors/catalogue.ts';
import type { CallFailure, CancelAnswer, ReadAnswer } from '../provider.ts';
import { type Account, mayDiffer } from '../target/account.ts';

/**
 * What an answer is worth to a record, by the record's account and the one that was asked. Where nobody knows whose the
 * record is, the account to which its cancel was sent may have the target that this one misses: such an answer is as good as
 * none.
 */
export function withoutDoubtedMiss<Answer extends CancelAnswer | ReadAnswer>(
  answer: Answer,
  account: Account,
  asked: Account,
): Answer | CallFailure {
  const isMiss = answer.kind === 'refused' && entryOf(answer.code).refusal === 'not-found';
  if (!isMiss || !mayDiffer(account, asked)) return answer;
  return { kind: 'lost', reason: 'perhaps of another account', answered: false, upstream: answer.upstream };
}
