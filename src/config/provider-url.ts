import { isLoopback } from './loopback.ts';

/** A base address without its final slash, or what is wrong with it. */
export type ProviderUrl = { readonly text: string; readonly loopback: boolean } | { readonly mistake: string };

/** Credentials are sent to this address, so it is https, or this machine. It may well lie inside a private network. */
export function parseProviderUrl(text: string): ProviderUrl {
  // URL deletes tabs and line breaks without a word, and would then name another address.
  if (!/^[\x21-\x7e]+$/.test(text) || !URL.canParse(text)) {
    return { mistake: 'must be a full address such as https://api.example.com.' };
  }
  const url = new URL(text);
  const loopback = isLoopback(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback)) {
    return { mistake: 'must begin with https://; http:// is for 127.0.0.1, ::1 and localhost only.' };
  }
  if (url.username !== '' || url.password !== '') {
    return { mistake: 'must not contain a user name or a password.' };
  }
  if (/[?#]/.test(text)) {
    return { mistake: 'must not contain ? or #: give the base address only.' };
  }
  return { text: url.origin + url.pathname.replace(/\/+$/, ''), loopback };
}
