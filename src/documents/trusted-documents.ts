import { sha256Of } from './manifest.ts';

/** off nothing is held against manifests · log what is in none is let through and told · enforce it is refused. */
export const trustModes = ['off', 'log', 'enforce'] as const;
export type TrustMode = (typeof trustModes)[number];

/** A document that is in no manifest. */
export interface UnknownDocument {
  /** The beginning of the SHA-256 of its text. */
  readonly documentHash: string;
  readonly operationName: string | null;
  readonly refused: boolean;
}

interface Options {
  readonly mode: TrustMode;
  readonly texts: ReadonlyMap<string, string>;
  readonly now: () => number;
  readonly tell: (unknown: UnknownDocument) => void;
}

/** Whoever sends another one each time must not fill the log: of so many each is told once, in this time. Milliseconds. */
const mostTold = 100;
const toldForMs = 600_000;

/** The documents that may be asked, by the SHA-256 of their texts. */
export class TrustedDocuments {
  readonly mode: TrustMode;
  readonly #options: Options;
  readonly #told = new Set<string>();
  #texts: ReadonlyMap<string, string>;
  #toldSince = Number.NEGATIVE_INFINITY;

  constructor(options: Options) {
    this.mode = options.mode;
    this.#options = options;
    this.#texts = options.texts;
  }

  /** The document of an id; undefined where no manifest has it, which is told. */
  textOf(id: string, operationName: string | null): string | undefined {
    const text = this.#texts.get(id.toLowerCase());
    if (text === undefined) this.#tell(id.toLowerCase(), operationName);
    return text;
  }

  /**
   * The document that a manifest has of this text, to the letter but for the white space around it, which some clients add;
   * undefined where none has it, which is told.
   */
  known(text: string, operationName: string | null): string | undefined {
    const id = sha256Of(text);
    const found = this.#texts.get(id) ?? this.#texts.get(sha256Of(text.trim()));
    if (found === undefined) this.#tell(id, operationName);
    return found;
  }

  idOf(text: string): string {
    return sha256Of(text);
  }

  /** From now on these are the documents; who is under way goes on. */
  replace(texts: ReadonlyMap<string, string>): void {
    this.#texts = texts;
    this.#told.clear();
  }

  #tell(id: string, operationName: string | null): void {
    const now = this.#options.now();
    if (now - this.#toldSince > toldForMs) {
      this.#told.clear();
      this.#toldSince = now;
    }
    if (this.#told.has(id) || this.#told.size >= mostTold) return;
    this.#told.add(id);
    this.#options.tell({ documentHash: id.slice(0, 16), operationName, refused: this.mode === 'enforce' });
  }
}
