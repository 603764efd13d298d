import { successBody } from '../../../doubles/provider/answers.ts';
import { targetBody, vtexBody } from '../../../doubles/provider/bodies.ts';
import type { Exchange } from '../provider/target.ts';
import * as wire from '../provider/wire-faults.ts';
import { respond, respondPage, respondWith } from '../provider/wire-faults.ts';
import { answered, cancelled, definite, lostThenRead, query, refusal } from './expectation.ts';
import { lost } from './lost.ts';
import type { Inapplicable, Variant } from './variant.ts';

const junk = { query: ['UNEXPECTED_PROVIDER_RESPONSE', 1] } as const;
const notOfVtex: Inapplicable = { because: 'the protocol of VTEX knows no status of a payment' };
const ofOrdersOnly: Inapplicable = { because: 'only orders are cancelled asynchronously' };
const readElsewhere: Inapplicable = { because: 'an answer to a cancel; reads of the same form are in another variant' };

const onlyDigits: Inapplicable = { because: 'the id of a payment is a number' };

const other = { P: '424242', Q: '424242', O: 'ORD01ELSE0000000000000000000Z', V: `FB${'0'.repeat(30)}` };

/** The success of another target's cancel: a connection that was crossed or poisoned. */
export function foreign({ target, key, healthy }: Exchange): string {
  if (target.column === 'V') return successBody({ ...target, id: other.V }, key ?? '');
  return healthy.replace(target.id, other[target.column]);
}

/** What stands where the id of a cancellation should, in JSON. */
const blankIds = ['0', '-1', '"null"', '"00000000-0000-0000-0000-000000000000"'];

function blankId(id: string) {
  return respondWith('200 OK', ({ target, key }) => vtexBody(target, key ?? '', id));
}

function without(...names: string[]) {
  return ({ healthy }: Exchange) => {
    const pattern = new RegExp(`"(${names.join('|')})":("[^"]*"|\\d+|null),?`, 'g');
    return healthy.replace(pattern, '').replace(',}', '}');
  };
}

function withStatus(payment: string, order = payment) {
  return ({ target }: Exchange) => targetBody(target, target.column === 'O' ? order : payment);
}

/** A 2xx that shows a status in which nothing is proven; at VTEX there is no such thing. */
function stillOpen(row: number, name: string, payment: string, order: string): Variant[] {
  const fault = respondWith('200 OK', withStatus(payment, order));
  return lost(row, name, fault, { ...junk, readFault: wire.reset }).map((variant) => ({
    ...variant,
    expectations: { ...variant.expectations, Q: readElsewhere, V: notOfVtex },
  }));
}

/** Rows 13 to 20 and 29: complete answers that prove nothing. */
export const unreadableRows: readonly Variant[] = [
  ...lost(13, 'half a JSON', respond('200 OK', '{"id":'), junk),
  ...lost(13, 'nothing with 200', respond('200 OK', ''), junk),
  ...lost(13, 'null', respond('200 OK', 'null'), junk),
  ...lost(13, 'a list', respond('200 OK', '[]'), junk),
  ...lost(13, 'a text', respond('200 OK', '"x"'), junk),
  ...lost(13, 'an empty object', respond('200 OK', '{}'), junk),
  ...[502, 503, 504].flatMap((status) =>
    lost(14, `page with ${status}`, respondPage(`${status} Bad`), { query: ['PROVIDER_INTERNAL_ERROR', 2] }),
  ),
  ...lost(15, 'page with 200', respondPage('200 OK'), junk),
  ...lost(15, 'a word with 200', respond('200 OK', 'Welcome', 'content-type: text/plain\r\n'), junk),
  // A body without a target is an unexpected answer, whatever error it describes.
  ...lost(16, 'error body with 200', respond('200 OK', '{"status":400,"error":"bad_request"}'), junk),
  {
    row: 16,
    name: 'declined with 200',
    transport: 'plain',
    fault: respondWith('200 OK', ({ target, key }) => vtexBody(target, key ?? '', 'null', '"cannot"')),
    executes: false,
    expectations: onlyVtex(definite(refusal('PROVIDER_DECLINED', 'CONTACT_SUPPORT'))),
  },
  {
    row: 16,
    name: 'cancel-manually with 200',
    transport: 'plain',
    fault: respondWith('200 OK', ({ target, key }) => vtexBody(target, key ?? '', 'null', '"cancel-manually"')),
    executes: false,
    expectations: onlyVtex(definite(refusal('MANUAL_CANCELLATION_REQUIRED', 'CANCEL_MANUALLY'))),
  },
  {
    row: 16,
    name: 'declined with 200 and the cancellation 0',
    transport: 'plain',
    fault: respondWith('200 OK', ({ target, key }) => vtexBody(target, key ?? '', '0', '"cannot"')),
    executes: false,
    expectations: onlyVtex(definite(refusal('PROVIDER_DECLINED', 'CONTACT_SUPPORT'))),
  },
  ...stillOpen(17, 'status in process', 'in_process', 'processing'),
  ...stillOpen(17, 'status as before', 'authorized', 'action_required'),
  {
    row: 17,
    name: 'accepted with 202',
    transport: 'plain',
    fault: respondWith('202 Accepted', withStatus('pending', 'processing')),
    executes: true,
    expectations: {
      ...onlyVtex({}),
      P: ofOrdersOnly,
      V: notOfVtex,
      O: {
        ...definite(answered('PENDING', null, 'WAIT')),
        again: { answer: cancelled, sends: 1, reads: 1, tries: 'CR' },
        heals: { answer: cancelled, sends: 1, reads: null },
      },
    },
  },
  ...lost(18, 'another id', respondWith('200 OK', foreign), junk),
  {
    row: 18,
    name: 'the same id in lower case',
    transport: 'plain',
    fault: respondWith('200 OK', ({ target, healthy }) => healthy.replace(target.id, target.id.toLowerCase())),
    executes: true,
    expectations: { Q: onlyDigits, P: onlyDigits, O: definite(cancelled), V: definite(cancelled) },
  },
  // A read without an id may be about another target: it is an unexpected answer.
  ...lost(19, 'no id', respondWith('200 OK', without('id', 'paymentId', 'requestId')), junk),
  ...lost(19, 'no status', respondWith('200 OK', without('status', 'cancellationId')), junk),
  ...lost(19, 'status null', respondWith('200 OK', nulled), junk).map(withoutVtex),
  ...blankIds.flatMap((id) => lost(19, `cancellation ${id}`, blankId(id), junk)).map(ofVtex),
  // A 2xx that proves nothing is read back, and UNKNOWN while open.
  ...stillOpen(20, 'unknown status', 'brand_new', 'brand_new'),
  {
    row: 20,
    name: 'read shows an unknown status',
    transport: 'plain',
    fault: wire.reset,
    readFault: respondWith('200 OK', withStatus('brand_new')),
    executes: false,
    expectations: { Q: query(null, 1), P: readsUnknown(), O: readsUnknown(), V: notOfVtex },
  },
  ...[301, 302, 303, 307, 308].flatMap((status) =>
    lost(29, `redirect with ${status}`, respond(`${status} Moved`, '{"moved":true}', 'location: /stray\r\n'), junk),
  ),
];

function onlyVtex(V: Variant['expectations']['V']): Variant['expectations'] {
  const because = 'only VTEX providers answer so';
  return { Q: { because }, P: { because }, O: { because }, V };
}

function ofVtex({ expectations, ...variant }: Variant): Variant {
  return { ...variant, expectations: onlyVtex(expectations.V) };
}

function nulled({ healthy }: Exchange): string {
  return healthy.replace(/"status":"\w+"/, '"status":null');
}

function withoutVtex(variant: Variant): Variant {
  return { ...variant, expectations: { ...variant.expectations, V: notOfVtex } };
}

/** The row's fault is in the read-back, so that only that mode is new. */
function readsUnknown(): Variant['expectations']['P'] {
  const { reads, heals } = lostThenRead({ executes: false });
  return { reads, heals };
}
