import type { JsonObject } from '../../rest/json.ts';
import { at, text } from '../fields.ts';

interface Country {
  /** ISO 3166-1, in two letters. */
  readonly code: string;
  /** ISO 4217. */
  readonly currency: string;
}

/** Where Mercado Pago has orders: two letters, three, its own site, and the currency. */
const rows: readonly (readonly [code: string, inThree: string, site: string, currency: string])[] = [
  ['AR', 'ARG', 'MLA', 'ARS'],
  ['BR', 'BRA', 'MLB', 'BRL'],
  ['CL', 'CHL', 'MLC', 'CLP'],
  ['CO', 'COL', 'MCO', 'COP'],
  ['MX', 'MEX', 'MLM', 'MXN'],
  ['PE', 'PER', 'MPE', 'PEN'],
  ['UY', 'URY', 'MLU', 'UYU'],
];

/** Under each name that it gives to a country. */
const countries: ReadonlyMap<string, Country> = new Map(
  rows.flatMap(([code, inThree, site, currency]) =>
    [code, inThree, site].map((name) => [name, { code, currency }] as const),
  ),
);

/** The country of an order; older bodies name the site instead. */
export function countryOf(body: JsonObject): Country | null {
  const name = text(at(body, 'country_code')) ?? text(at(body, 'site_id'));
  return countries.get(name?.toUpperCase() ?? '') ?? null;
}
