export const apiHeaders = {
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
} as const;

const cdn = 'https://apollo-server-landing-page.cdn.apollographql.com';
const sandbox = 'https://embeddable-sandbox.cdn.apollographql.com';

/**
 * What Apollo Sandbox needs and no more. The page brings a policy of its own in a `meta` element; the browser obeys
 * both, and that one names neither a default nor who may frame the page.
 */
export function explorerPolicy(html: string): string {
  const nonce = /<script nonce="([\w+/=-]+)"/.exec(html)?.[1];
  const own = nonce === undefined ? "'self'" : `'self' 'nonce-${nonce}'`;
  return [
    "default-src 'none'",
    `script-src ${own} ${cdn} ${sandbox}`,
    `style-src ${own} ${cdn} ${sandbox} https://fonts.googleapis.com`,
    'font-src https://fonts.gstatic.com',
    `img-src 'self' ${cdn}`,
    `manifest-src ${cdn}`,
    'frame-src https://sandbox.embed.apollographql.com',
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
