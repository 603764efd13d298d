import { useEffect, useEffectEvent } from 'react';

/** Acts once after so many milliseconds, and no sooner than somebody looks at the page; never where it is null. */
export function useOnceLookedAt(afterMs: number | null, act: () => void): void {
  const actNow = useEffectEvent(act);
  useEffect(() => {
    if (afterMs === null) return;
    const look = () => {
      if (document.visibilityState !== 'visible') return;
      document.removeEventListener('visibilitychange', look);
      actNow();
    };
    const timer = setTimeout(() => {
      document.addEventListener('visibilitychange', look);
      look();
    }, afterMs);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [afterMs]);
}
