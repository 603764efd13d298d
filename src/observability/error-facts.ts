export interface ErrorFacts {
  readonly errorClass: string;
  /** Node's and the database's codes, such as ECONNREFUSED or SQLITE_FULL. */
  readonly systemCode?: string;
  /** The record that it is about, where it is about one. */
  readonly cancellationId?: string;
  readonly stack: readonly string[];
}

const maxFrames = 12;

/** What may be told about an error without its message, which can hold anything that a caller or a provider sent. */
export function errorFacts(error: unknown): ErrorFacts {
  if (!(error instanceof Error)) return { errorClass: typeof error, stack: [] };
  const { name, message, stack } = error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const recordId = 'recordId' in error && typeof error.recordId === 'string' ? error.recordId : '';
  return {
    errorClass: name === 'Error' ? error.constructor.name : name,
    ...(/^[A-Z][A-Z0-9_]{0,63}$/.test(code) && { systemCode: code }),
    ...(/^[\w-]{1,64}$/.test(recordId) && { cancellationId: recordId }),
    stack: framesOf(String(stack), message),
  };
}

/** The frames alone. The text before them repeats the message, whose own lines may pretend to be frames. */
function framesOf(stack: string, message: string): string[] {
  const end = message === '' ? 0 : stack.indexOf(message) + message.length;
  return stack
    .slice(Math.max(0, end))
    .split('\n')
    .filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line))
    .slice(0, maxFrames)
    .map((line) => line.trim().replace('file://', '').replace(`${process.cwd()}/`, ''));
}
