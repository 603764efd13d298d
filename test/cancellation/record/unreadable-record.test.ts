import { expect, it } from 'vitest';
import { isUnreadableRecord, UnreadableRecord } from '../../../src/cancellation/record/unreadable-record.ts';

const unreadable = { id: 'record-1', reason: 'a newer gateway wrote it' };

it('a record that cannot be read says which it is and why', () => {
  expect(new UnreadableRecord(unreadable)).toMatchObject({
    name: 'UnreadableRecord',
    code: 'UNREADABLE_RECORD',
    recordId: 'record-1',
    reason: 'a newer gateway wrote it',
    message: 'The record record-1 cannot be read: a newer gateway wrote it',
  });
});

it.each([
  ['itself', () => new UnreadableRecord(unreadable), true],
  ['its copy from another thread', () => Object.assign(new Error('copy'), { name: 'UnreadableRecord' }), true],
  ['another error', () => new Error('gone'), false],
  ['a thing with its name', () => ({ name: 'UnreadableRecord' }), false],
  ['nothing', () => null, false],
])('it is known by its name: %s', (_, thrown, known) => {
  expect(isUnreadableRecord(thrown())).toBe(known);
});
