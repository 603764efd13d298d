import { expect, it } from 'vitest';
import { isUnderWay, isUnsettled, type RecordState } from '../../../src/cancellation/record/record.ts';
import { sampleRecord } from '../samples.ts';

const states: [RecordState, { unsettled: boolean; underWay: boolean }][] = [
  ['CLAIMED', { unsettled: true, underWay: true }],
  ['SENT', { unsettled: true, underWay: true }],
  ['UNKNOWN', { unsettled: true, underWay: false }],
  ['PENDING', { unsettled: true, underWay: false }],
  ['RELEASED', { unsettled: false, underWay: false }],
  ['DONE', { unsettled: false, underWay: false }],
];

it.each(states)('a record that is %s: %j', (state, expected) => {
  const record = sampleRecord({ state });
  expect({ unsettled: isUnsettled(record), underWay: isUnderWay(record) }).toEqual(expected);
});
