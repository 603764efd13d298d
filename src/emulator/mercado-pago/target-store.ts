import type { Clock } from '../wire.ts';
import type { SandboxRow } from './sandbox-rows.ts';

export interface TargetState<Row, InitialState> {
  id: string;
  /** Whose it is: whoever asked for it first. */
  account: string | undefined;
  row: Row | undefined;
  initial: InitialState;
  status: string;
  detail: string;
  createdAt: number;
  updatedAt: number;
  refusalsLeft: number;
}

export interface TargetStore<State> {
  /** What belongs to another account is not there; without an account everything is. */
  find(id: string, account?: string): State | undefined;
  clear(): void;
}

interface Kind<Name extends string, Row, InitialState, State> {
  rows: readonly Row[];
  states: Record<Name, InitialState>;
  /** The initial state of an id that has no row, if it exists at all. */
  fresh: { has(id: string): boolean; state: NoInfer<Name> };
  /** Adds what only this kind of target has. */
  complete(target: TargetState<Row, InitialState>): State;
}

const hourMs = 3_600_000;

/** Targets come into being when they are first asked for. */
export function createTargetStore<
  Name extends string,
  Row extends SandboxRow<Name, string>,
  InitialState extends { status: string; detail: string },
  State extends { account: string | undefined },
>(clock: Clock, { rows, states, fresh, complete }: Kind<Name, Row, InitialState, State>): TargetStore<State> {
  const known = new Map<string, State>();
  const rowsById = new Map(rows.map((row) => [row.id, row]));

  function create(id: string, account: string | undefined): State | undefined {
    const row = rowsById.get(id);
    const name = row?.initial ?? (fresh.has(id) ? fresh.state : 'absent');
    if (name === 'absent') return undefined;
    const initial = states[name];
    const { status, detail } = initial;
    const at = clock.now() - (row ? hourMs : 0);
    const refusalsLeft = row?.refuses ? (row.times ?? Number.POSITIVE_INFINITY) : 0;
    return complete({ id, account, row, initial, status, detail, createdAt: at, updatedAt: at, refusalsLeft });
  }

  return {
    find(id, account) {
      const target = known.get(id) ?? create(id, account);
      if (target) known.set(id, target);
      return account === undefined || target?.account === undefined || target.account === account ? target : undefined;
    },
    clear: () => known.clear(),
  };
}

/** The refusal that the next cancel of this target gets whatever its state is, counted as given. */
export function takeRefusal<Name extends string>(
  target: TargetState<SandboxRow<string, Name> | undefined, unknown>,
): Name | undefined {
  if (!target.row?.refuses || target.refusalsLeft <= 0) return undefined;
  target.refusalsLeft -= 1;
  return target.row.refuses;
}
