import type { Card, Identification, Metadata, Payer } from '../../cancellation/target/payment.ts';
import { isList, isObject, type Json, type JsonObject } from '../../rest/json.ts';
import { at, httpsUrl, object, text } from '../fields.ts';

/** The payer of a payment; null where the API keeps to itself who it is, as of many a Pix. */
export function toPayer(payer: JsonObject | null): Payer | null {
  const known: Payer = {
    providerPayerId: text(at(payer, 'id')),
    email: text(at(payer, 'email')),
    firstName: text(at(payer, 'first_name')),
    lastName: text(at(payer, 'last_name')),
    identification: toIdentification(object(at(payer, 'identification'))),
  };
  return unlessBlank(known);
}

function toIdentification(document: JsonObject | null): Identification | null {
  return unlessBlank({ type: text(at(document, 'type')), number: text(at(document, 'number')) });
}

function unlessBlank<T extends object>(facts: T): T | null {
  return Object.values(facts).every((fact) => fact === null) ? null : facts;
}

export function toCard(card: JsonObject | null): Card | null {
  const digits = text(at(card, 'last_four_digits'));
  return digits !== null && /^\d{4}$/.test(digits) ? { lastFourDigits: digits } : null;
}

/** Where the payer finds the boleto, the voucher of a shop or the code of a Pix. */
export function toTicketUrl(details: JsonObject | null, pointOfInteraction: JsonObject | null): string | null {
  const transaction = object(at(pointOfInteraction, 'transaction_data'));
  return httpsUrl(at(details, 'external_resource_url')) ?? httpsUrl(at(transaction, 'ticket_url'));
}

/** The reference page has it beside the details of the transaction, the API within them. */
export function toBarcode(body: JsonObject, details: JsonObject | null): string | null {
  return text(at(object(at(body, 'barcode')), 'content')) ?? text(at(object(at(details, 'barcode')), 'content'));
}

const largestMetadata = 4_096;

/** What stands in the metadata as a text, a number, a flag or null; null where that is nothing, or above 4 KiB of JSON. */
export function toMetadata(metadata: JsonObject | null): Metadata | null {
  const scalars = Object.entries(metadata ?? {}).filter((entry): entry is [string, string | boolean | null] =>
    isScalar(entry[1]),
  );
  if (scalars.length === 0) return null;
  const kept = Object.fromEntries(scalars);
  return Buffer.byteLength(JSON.stringify(kept)) > largestMetadata ? null : kept;
}

function isScalar(json: Json): json is string | boolean | null {
  return !isList(json) && !isObject(json);
}
