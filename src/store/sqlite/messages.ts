import type { AuditTrail } from '../../cancellation/record/audit-trail.ts';
import type { RecordStore } from '../../cancellation/record/record-store.ts';

/** What the thread that asks and the thread that holds the file say to each other. */
export type Method = keyof AuditedStore;

/** Records, and who asked for them. */
export interface AuditedStore extends RecordStore, AuditTrail {}

export interface Call {
  readonly id: number;
  readonly method: Method;
  readonly args: readonly unknown[];
}

export type Answer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: ErrorText };

/** An error loses its own fields on the way to another thread, so they travel as text. */
export interface ErrorText {
  readonly name: string;
  readonly message: string;
  readonly code: string | null;
  /** Which record it is about, where it is about one. */
  readonly recordId: string | null;
  readonly stack: string | null;
}

export function textOf(error: unknown): ErrorText {
  if (!(error instanceof Error))
    return { name: 'Error', message: String(error), code: null, recordId: null, stack: null };
  const { name, message, stack } = error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  const recordId = 'recordId' in error && typeof error.recordId === 'string' ? error.recordId : null;
  return { name, message, code, recordId, stack: stack ?? null };
}

export function errorOf({ name, message, code, recordId, stack }: ErrorText): Error {
  const error = Object.assign(
    new Error(message),
    { name },
    code !== null && { code },
    recordId !== null && { recordId },
  );
  if (stack !== null) error.stack = stack;
  return error;
}
