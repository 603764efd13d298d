import { parseHttpUrl } from './http-url.ts';

/** A base address without its final slash, or what is wrong with it. */
export type ProviderUrl = { readonly text: string; readonly loopback: boolean } | { readonly mistake: string };

/** Credentials are sent to this address. */
export function parseProviderUrl(text: string): ProviderUrl {
  const parsed = parseHttpUrl(text);
  if ('mistake' in parsed) return parsed;
  if (/[?#]/.test(text)) {
    return { mistake: 'must not contain ? or #: give the base address only.' };
  }
  const { url, loopback } = parsed;
  return { text: url.origin + url.pathname.replace(/\/+$/, ''), loopback };
}
