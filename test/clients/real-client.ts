import type { Contract, Operation } from './contract.ts';

export type Variables = Record<string, unknown>;

/** A library that apps use, told apart from others by what it keeps of an answer. */
export interface RealClient {
  readonly name: string;
  /** An app built from this contract, with the operations that it has. */
  connect(contract: Contract, operations: readonly Operation[], url: string, fetch: Fetch): Promise<App> | App;
}

type Fetch = typeof globalThis.fetch;

export interface App {
  /** Asks the gateway, past any cache: `data` as the app gets it. Rejects where no answer came, or one with errors alone. */
  send(operation: Operation, variables?: Variables): Promise<unknown>;
  stop(): void;
}

/** Keeps what the gateway really sent. */
export function recordingFetch() {
  const answers: unknown[] = [];
  const recorded: Fetch = async (input, init) => {
    const response = await fetch(input, init);
    answers.push(await response.clone().json());
    return response;
  };
  return {
    fetch: recorded,
    /** `data` of the answer that came last. */
    get last(): unknown {
      const answer = answers.at(-1);
      return typeof answer === 'object' && answer !== null && 'data' in answer ? answer.data : undefined;
    },
  };
}
