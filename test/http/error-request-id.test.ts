import { expect, it } from 'vitest';
import { withRequestId } from '../../src/http/error-request-id.ts';

const id = '5f0c6a3e-8f1d-4a37-9b35-2f4f0f1f7a11';

it.each([
  ['an answer without errors', '{"data":{"a":1}}', '{"data":{"a":1}}'],
  ['data that speaks of errors', '{"data":{"errors":[{}]}}', '{"data":{"errors":[{}]}}'],
  [
    'errors that do not name it',
    '{"errors":[{"message":"a"},{"message":"b","extensions":{"code":"C"}}],"data":null}\n',
    `{"errors":[{"message":"a","extensions":{"requestId":"${id}"}},{"message":"b","extensions":{"code":"C","requestId":"${id}"}}],"data":null}`,
  ],
  [
    'errors that name another, as a caller may have written it',
    '{"errors":[{"message":"\\"requestId\\":\\"another\\""}]}',
    `{"errors":[{"message":"\\"requestId\\":\\"another\\"","extensions":{"requestId":"${id}"}}]}`,
  ],
  [
    'errors that name it already',
    `{"errors":[{"message":"a","extensions":{"requestId":"${id}"}}]}\n`,
    `{"errors":[{"message":"a","extensions":{"requestId":"${id}"}}]}\n`,
  ],
])('%s', (_, answer, sent) => {
  expect(withRequestId(answer, id)).toBe(sent);
});
