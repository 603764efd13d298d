import type { PublishedRow } from '../sandbox-id.ts';
import type { Refusal } from './refusal.ts';

/** A sandbox id: beside the published part, the initial state of the target and whether it refuses. */
export interface SandboxRow<State extends string, RefusalName extends string> extends PublishedRow {
  initial: State | 'absent';
  /** Answers this to a cancel, whatever the state is. */
  refuses?: RefusalName;
  /** How often it refuses before it behaves; always, when left out. */
  times?: number;
  /** The refusal is also what a read gets. */
  readsToo?: true;
  /** There is none: reads say so, and cancels that are not refused otherwise. */
  missing?: true;
  /** Cancels first and refuses then: the answer lies. */
  executes?: true;
  /** Shows itself the way the documentation page does, not the way the API does. */
  asDocumented?: true;
  /** The only word for its new status that it takes; the usual one, when left out. */
  takes?: string;
  /** Spells its own id in lower case. */
  inLowerCase?: true;
}

interface Api<State extends string, RefusalName extends string> {
  states: Record<State, { status: string }>;
  refusals: Record<RefusalName | 'notFound', Refusal>;
  /** A state that can be cancelled. */
  open: NoInfer<State>;
  /** The status of what was cancelled. */
  cancelled: string;
}

/** The forms that rows take, as functions, so that a table has a line per id and names no code a second time. */
export function rowForms<State extends string, RefusalName extends string>(api: Api<State, RefusalName>) {
  type Row = SandboxRow<State, RefusalName>;

  function answer(name: RefusalName | 'notFound') {
    const { httpStatus, code } = api.refusals[name];
    return { httpStatus, code };
  }

  return {
    cancels(id: string, initial: State, description: string, more: Partial<Row> = {}): Row {
      return { id, initial, httpStatus: 200, code: null, status: api.cancelled, description, ...more };
    },
    /** Refuses because of its state. */
    notCancellable(id: string, initial: State, refusal: RefusalName, description: string): Row {
      return { id, initial, ...answer(refusal), status: api.states[initial].status, description };
    },
    /** Refuses whatever its state is; it can be read. */
    refuses(id: string, refuses: RefusalName, description: string, more: Partial<Row> & { initial?: State } = {}): Row {
      const { initial = api.open } = more;
      const status = more.executes ? api.cancelled : api.states[initial].status;
      return { id, initial, refuses, ...answer(refuses), status, description, ...more };
    },
    /** Refuses the usual word for its new status, and takes another. */
    spelledOtherwise(id: string, takes: string, refusal: RefusalName, description: string): Row {
      return { id, initial: api.open, takes, ...answer(refusal), status: api.states[api.open].status, description };
    },
    /** Refuses to be cancelled and to be read. */
    refusesReads(id: string, refuses: RefusalName, description: string): Row {
      return { id, initial: api.open, refuses, readsToo: true, ...answer(refuses), description };
    },
    /** Is not there, and its first cancel is answered otherwise. */
    absentAfter(id: string, refuses: RefusalName, description: string): Row {
      return { id, initial: api.open, refuses, times: 1, missing: true, ...answer(refuses), description };
    },
    absent(id: string, description: string): Row {
      return { id, initial: 'absent', ...answer('notFound'), description };
    },
  };
}
