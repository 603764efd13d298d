import { useEffect, useState } from 'react';
import { preferred } from '../../gateway/remembered.ts';
import type { Target } from '../../gateway/target.ts';
import type { FreshKind, WorkingCase } from '../../texts/texts.ts';

/** What `npm start` tells of its emulator. */
export interface EmulatorFacts {
  /** Ids that nobody has cancelled yet, many of each. */
  readonly fresh: Readonly<Record<FreshKind, readonly string[]>>;
  /** Ids whose cancel succeeds, or does at last. */
  readonly works: readonly (Target & { readonly name: WorkingCase })[];
}

/** Null where there is no emulator, and until that is known. */
export function useEmulator(): EmulatorFacts | null {
  const [facts, setFacts] = useState<EmulatorFacts | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    void readFacts(leaving.signal).then((read) => {
      if (!leaving.signal.aborted) setFacts(read);
    });
    return () => leaving.abort();
  }, []);
  return facts;
}

async function readFacts(signal: AbortSignal): Promise<EmulatorFacts | null> {
  try {
    const response = await fetch('/emulator.json', { signal });
    return response.ok ? ((await response.json()) as EmulatorFacts) : null;
  } catch {
    // Without an answer there are no cases to show, and the page is the same as beside a real provider.
    return null;
  }
}

const seenIds = preferred<readonly string[]>('seen', []);

/** The ids of cases that were run on this device. */
export function useSeen(): readonly [ReadonlySet<string>, (id: string) => void] {
  const [seen, setSeen] = useState(() => new Set(seenIds.get()));
  const see = (id: string) => {
    const more = new Set(seen).add(id);
    seenIds.set([...more]);
    setSeen(more);
  };
  return [seen, see];
}
