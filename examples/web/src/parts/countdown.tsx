import { useEffect, useState } from 'react';

interface Props {
  /** What was told; each telling begins anew. */
  readonly of: { readonly retryAfterMs: number | null };
  tell(seconds: number): string;
}

/** How long it is until something happens by itself; silent for a screen reader, which is told when it has happened. */
export function Countdown({ of, tell }: Props) {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    setLeft(Math.ceil((of.retryAfterMs ?? 0) / 1_000));
    const timer = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1_000);
    return () => clearInterval(timer);
  }, [of]);
  return left === 0 ? null : (
    <span className="countdown" aria-hidden="true">
      {tell(left)}
    </span>
  );
}
