import type { DocumentNode } from 'graphql';

/** An app has a few dozen. Who sends another one each time fills these places and no more: a document weighs up to a megabyte. */
const most = 200;

/** Documents that were parsed and found valid, those that were asked for last. */
export class DocumentStore {
  readonly #documents = new Map<string, DocumentNode>();
  #last: string | null = null;

  async get(key: string): Promise<DocumentNode | undefined> {
    const document = this.#documents.get(key);
    if (document !== undefined) this.#putLast(key, document);
    return document;
  }

  async set(key: string, document: DocumentNode): Promise<void> {
    this.#putLast(key, document);
    for (const oldest of this.#documents.keys()) {
      if (this.#documents.size <= most) return;
      this.#documents.delete(oldest);
    }
  }

  async delete(key: string): Promise<boolean> {
    return this.#documents.delete(key);
  }

  #putLast(key: string, document: DocumentNode): void {
    if (key !== this.#last) this.#documents.delete(key);
    this.#last = key;
    this.#documents.set(key, document);
  }
}
