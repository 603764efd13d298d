import type { SumFragment } from '../generated/documents.ts';
import { useTexts } from '../texts/languages.tsx';

/** An amount, digit by digit: it never becomes a float on its way. */
export function Sum({ of: { amount, currency } }: { readonly of: SumFragment }) {
  const { locale } = useTexts();
  const format = new Intl.NumberFormat(
    locale,
    currency === null ? { maximumFractionDigits: 20 } : { style: 'currency', currency },
  );
  return <span className="sum">{format.format(amount as Intl.StringNumericLiteral)}</span>;
}
