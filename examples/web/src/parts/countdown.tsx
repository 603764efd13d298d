import { useEffect, useState } from 'react';

/** How long it is until something happens by itself; silent for a screen reader, which is told when it has happened. */
export function Countdown({ ms, tell }: { readonly ms: number | null; tell(seconds: number): string }) {
  const [left, setLeft] = useState(Math.ceil((ms ?? 0) / 1_000));
  useEffect(() => {
    const timer = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1_000);
    return () => clearInterval(timer);
  }, []);
  return left === 0 ? null : (
    <span className="countdown" aria-hidden="true">
      {tell(left)}
    </span>
  );
}
