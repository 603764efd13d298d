import { useTexts } from '../texts/languages.tsx';

/** An instant in the words of the reader, and exactly for whoever points at it. */
export function ToldTime({ at }: { readonly at: string }) {
  const { locale } = useTexts();
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <time dateTime={at} title={at}>
      {format.format(new Date(at))}
    </time>
  );
}
