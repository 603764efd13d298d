import { STATUS_CODES } from 'node:http';

/** An answer as it goes over the wire, where there is no response of node:http to write. The headers are names and values in turn. */
export function rawAnswer(status: number, headers: readonly string[], body: string): string {
  let head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n`;
  for (let at = 0; at < headers.length; at += 2) head += `${headers[at]}: ${headers[at + 1]}\r\n`;
  return `${head}\r\n${body}`;
}
