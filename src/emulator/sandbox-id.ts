/** An id with a known answer, so that every outcome can be produced by naming a target. */
export interface SandboxId {
  provider: 'MERCADO_PAGO' | 'VTEX';
  target: 'payment' | 'order';
  id: string;
  /** What the provider answers to the first well-formed cancel of it. */
  httpStatus: number;
  /** The error code in that answer's body, or null when it has none. */
  code: string | null;
  /** The status that a read shows after that cancel; absent where the provider does not let it be read. */
  status?: string;
  description: string;
}

/** A row of a provider's own table: beside the published part, its initial state and whether it refuses. */
export interface SandboxRow<InitialState extends string, Refusal extends string>
  extends Omit<SandboxId, 'provider' | 'target'> {
  initial: InitialState | 'absent';
  /** Answers this to a cancel, whatever the state is. */
  refuses?: Refusal;
  /** How often it refuses before it behaves; always, when absent. */
  times?: number;
  /** The refusal is also what a read gets. */
  readsToo?: true;
  /** Cancels first and refuses then: the answer lies. */
  executes?: true;
  /** Shows itself the way the documentation page does, not the way the API does. */
  asDocumented?: true;
}

/** The forms that rows take, as functions, so that a table has a line per id. `open` is a state that can be cancelled. */
export function rowForms<InitialState extends string, Refusal extends string>(open: InitialState, openStatus: string) {
  type Row = SandboxRow<InitialState, Refusal>;
  type Code = string | null;
  type More = Partial<Row>;
  return {
    /** Answers by its state alone. */
    stands(
      id: string,
      initial: InitialState,
      httpStatus: number,
      code: Code,
      status: string,
      description: string,
      more: More = {},
    ): Row {
      return { id, initial, httpStatus, code, status, description, ...more };
    },
    /** Open, and refuses to be cancelled; it can be read. */
    refuses(id: string, refuses: Refusal, httpStatus: number, code: Code, description: string, more: More = {}): Row {
      return { id, initial: open, refuses, httpStatus, code, status: openStatus, description, ...more };
    },
    /** Refuses to be cancelled and to be read. */
    bars(id: string, refuses: Refusal, httpStatus: number, code: Code, description: string): Row {
      return { id, initial: open, refuses, readsToo: true, httpStatus, code, description };
    },
    /** Does not exist. */
    lacks(id: string, httpStatus: number, code: Code, description: string): Row {
      return { id, initial: 'absent', httpStatus, code, description };
    },
  };
}
