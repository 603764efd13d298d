import { json, type WireAnswer } from '../wire.ts';

/** One way to say no: what a sandbox id publishes of it, and the answer itself. */
export interface Refusal {
  readonly httpStatus: number;
  /** The code in the body, or null when it has none. */
  readonly code: string | null;
  answer(at: number): WireAnswer;
}

/** A refusal that reads the same at any time. */
export interface FixedRefusal extends Refusal {
  answer(): WireAnswer;
}

export function refusal(httpStatus: number, code: string, body: object): FixedRefusal {
  return { httpStatus, code, answer: () => json(httpStatus, body) };
}
