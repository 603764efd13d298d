import type { DialectName } from '../asks/dialects.ts';
import type { Work } from '../asks/work.ts';

/** Where the process of a variant is to listen, and whom it calls. */
export interface Place {
  readonly port: number;
  readonly providerUrl: string;
  /** For what it writes; empty at every start. */
  readonly folder: string;
  /** The settings of a server that takes the tokens of the bench. */
  readonly issuer: Readonly<Record<string, string>>;
}

/** What Node runs, and the variables of the process. */
export interface Start {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** The root of the repository unless given. */
  readonly cwd?: string;
}

/** One of those who are measured side by side. */
export interface Variant {
  readonly name: string;
  /** What can be compared with the gateway line by line, and what as a product alone, which has a contract of its own. */
  readonly sameContract: boolean;
  readonly dialect: DialectName;
  readonly works: readonly Work[];
  /** Whether requests bear tokens. */
  readonly authenticates?: boolean;
  /** Whose windows stand between its own, and with which work: the raw proxy's unless given. */
  readonly beside?: { readonly variant: Variant; readonly work: Work };
  /** Whether latency, memory and start are measured too; variants that differ in one respect do without. */
  readonly whole: boolean;
  /** What its packages install; who does not install here is left out. */
  readonly program?: string;
  /** What is made once before the first start, such as what a product compiles out of its configuration. */
  prepare?(providerUrl: string): void;
  start(place: Place): Start;
}

/** A server of the bench, compiled. */
export const server = (name: string) => `bench/dist/servers/${name}.js`;
