import { useSyncExternalStore } from 'react';
import type { Target } from './gateway/target.ts';
import type { TargetKind } from './texts/texts.ts';

/** Where one is in the page: the part of the address behind `#`, so that every screen has an address of its own. */
export type Route =
  | { readonly screen: 'find' }
  | { readonly screen: 'work' }
  | { readonly screen: 'cases' }
  | { readonly screen: 'target'; readonly target: Target; readonly run: string | null };

export function useRoute(): Route {
  return routeOf(useSyncExternalStore(listen, () => location.hash));
}

export function addressOf({ kind, id }: Target): string {
  return `#/${kind}/${encodeURIComponent(id)}`;
}

const asked = new Set<string>();
let runs = 0;

/** Opens a case of the emulator to be cancelled at once; the address differs each time, so that it can be run again. */
export function run(target: Target): void {
  runs += 1;
  const name = `run-${runs}`;
  asked.add(name);
  location.hash = `${addressOf(target)}/${name}`;
}

/** Whether it was asked for and did not happen yet: whoever reloads the page, or goes back to it, cancels nothing. */
export function takeRun(name: string | null): boolean {
  return name !== null && asked.delete(name);
}

function routeOf(hash: string): Route {
  const [, first, encoded = '', run = null] = hash.split('/');
  if (first === 'work' || first === 'cases') return { screen: first };
  const id = decoded(encoded);
  if ((first === 'payment' || first === 'order') && id !== '') {
    const kind: TargetKind = first;
    return { screen: 'target', target: { kind, id }, run };
  }
  return { screen: 'find' };
}

/** Empty where somebody cut the address in the middle of a letter. */
function decoded(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return '';
  }
}

function listen(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}
