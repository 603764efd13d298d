import { type Mutant, mutant, src } from './mutant.ts';

const limit = src('record/send-limit');
const inTime = src('rules/settlement-in-time');
const missing = src('rules/missing-target');

/** What time proves, and what it does not. */
export const mutantsOfTime: readonly Mutant[] = [
  mutant('sent-after-its-time', 'A record is sent again when its time is over.', [
    limit,
    'return now < sendsUntil;',
    'return now < sendsUntil + longestIntentMs;',
  ]),
  mutant('joined-for-ever', 'What cannot be read is sent for as long as anybody asks for it.', [
    limit,
    'return readable || firstSentAt === null ? asked : Math.min(asked, firstSentAt + longestIntentMs);',
    'return asked;',
  ]),
  mutant('open-settles-at-once', 'A target that reads open when nothing is sent any more counts as not cancelled.', [
    inTime,
    'export const landsWithinMs = longestIntentMs;',
    'export const landsWithinMs = longestIntentMs - longestIntentMs;',
  ]),
  mutant('open-settles-early', 'Nothing is thought to land later than an hour after it was sent.', [
    inTime,
    'export const landsWithinMs = longestIntentMs;',
    'export const landsWithinMs = longestIntentMs / 24;',
  ]),
  mutant('missed-without-a-repeat', 'A target that reads miss for a minute counts as none, and no cancel makes sure.', [
    inTime,
    'const isMissedAgain = isNotFound(answer) && wasRepeatedInVain(record);',
    'const isMissedAgain = isNotFound(answer) || true;',
  ]),
  mutant('unanswered-repeat-counts', 'A repeat that was not answered counts as one that missed the target.', [
    inTime,
    'const isMissedAgain = isNotFound(answer) && wasRepeatedInVain(record);',
    'const isMissedAgain = wasRepeatedInVain(record);',
  ]),
  mutant('seen-and-missed', 'A target that was seen counts as none when it is missed later.', [
    missing,
    'if (snapshot !== null || attempts.some(knowsTarget)) return false;',
    '',
  ]),
];
