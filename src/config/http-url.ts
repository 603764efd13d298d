import { isLoopback } from './loopback.ts';

/** A full address, or what is wrong with it as the end of a sentence. */
export type HttpUrl = { readonly url: URL; readonly loopback: boolean } | { readonly mistake: string };

/** What is sent to an address or believed from it is https, or this machine's. It may well lie inside a private network. */
export function parseHttpUrl(text: string): HttpUrl {
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
  return { url, loopback };
}
