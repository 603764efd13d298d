/** A request to `POST /graphql` that came in one piece, read without node:http. */
export interface WholePost {
  /** Two of its headers. */
  readonly asking: { readonly accept?: string; readonly origin?: string };
  /** Each byte as a character of its own. */
  readonly body: string;
}

const firstLine = 'POST /graphql HTTP/1.1\r\n';
const firstBytes = Buffer.from(firstLine);
const endOfHead = '\r\n\r\n';
const endBytes = Buffer.from(endOfHead);
/** Longer heads are rare, and node:http has a limit for them. */
const longestHead = 8 * 1024;

/** What could make a request longer or shorter than it looks, or its connection something else. */
const unusual =
  'content-length:|transfer-encoding:|expect:|upgrade:|te:|trailer:|(?:proxy-)?connection:(?! ?keep-alive\\r)';
const plainLine = `(?!${unusual})[\\w-]+:[\\t\\x20-\\x7e]*\\r\\n`;
const plainHead = new RegExp(`^(?:${plainLine})*content-length: ?(\\d{1,9})\\r\\n(?:${plainLine})*$`, 'i');
const askingLine = /^(accept|origin):([^\r]*)/gim;

/** Whether a piece of a connection begins as a request of an app does. */
export function isPost(piece: Buffer): boolean {
  // Byte by byte: as text it would be copied out of the buffer first, for every request.
  return firstBytes.every((byte, at) => piece[at] === byte);
}

/** Whether the head that a piece begins with and so many bytes of a body are all of it. */
export function isAllOf(piece: Buffer, bodyLength: number): boolean {
  return piece.indexOf(endBytes) + endBytes.length + bodyLength === piece.length;
}

/** Null where there is the least doubt that a piece of a connection is one plain request, and nothing but that. */
export function wholePostIn(piece: Buffer): WholePost | null {
  // One text is searched faster than bytes are, again and again.
  const text = piece.toString('latin1');
  const end = text.indexOf(endOfHead) + 2;
  if (!text.startsWith(firstLine) || end > longestHead) return null;
  const head = text.slice(firstLine.length, end);
  const length = plainHead.exec(head)?.[1];
  const body = text.slice(end + 2);
  const asking = askingIn(head);
  if (length === undefined || Number(length) !== body.length || asking === null) return null;
  return { asking, body };
}

/** Null where one of them is given twice. */
function askingIn(head: string): WholePost['asking'] | null {
  const asking: { accept?: string; origin?: string } = {};
  for (const [, name = '', value = ''] of head.matchAll(askingLine)) {
    const key = name.toLowerCase() === 'accept' ? 'accept' : 'origin';
    if (asking[key] !== undefined) return null;
    asking[key] = value.trim();
  }
  return asking;
}
