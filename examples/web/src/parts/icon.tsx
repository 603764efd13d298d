/** Strokes of a 24 by 24 grid. */
const strokes = {
  mark: 'M17.6 8.4A6.6 6.6 0 1 0 18.8 12M18.4 4.6v4.2h-4.2',
  done: 'M5 12.5l4.5 4.5L19 7.5',
  pending: 'M12 6v6l4 2.5M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18Z',
  refused: 'M7 7l10 10M17 7L7 17',
  unknown: 'M9 9.2a3 3 0 1 1 4.3 2.7c-.9.5-1.3 1.1-1.3 2.1M12 17.6v.1',
  arrow: 'M5 12h14M13 6l6 6-6 6',
} as const;

export function Icon({ name }: { readonly name: keyof typeof strokes }) {
  return (
    <svg className={`icon icon-${name}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d={strokes[name]} />
    </svg>
  );
}
