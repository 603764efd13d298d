import { openSync, writeSync } from 'node:fs';
import { between, type Chance } from './chance.ts';
import type { LedgerLine } from './ledger.ts';

export type Answer = { readonly status: number; readonly body: object };
type Status = 'pending' | 'captured' | 'cancelled' | 'manual';

interface Entry {
  status: Status;
  /** Keys whose cancel was carried out: a repeat is answered as the first was, and does nothing. */
  readonly done: Set<string>;
}

/** Shares of the targets that somebody else gets to, and that no program may cancel. */
const foreignActs = { captures: 0.05, cancels: 0.02, withinMs: 1_500 };
const manualShare = 0.04;

/** The targets of the played provider. Every act is on the disk before it is answered. */
export class ProviderLedger {
  readonly #chance: Chance;
  readonly #file: number;
  readonly #entries = new Map<string, Entry>();

  constructor(path: string, chance: Chance) {
    this.#chance = chance;
    this.#file = openSync(path, 'a');
  }

  /** Draws what will become of a target that is asked for the first time. */
  register(target: string): void {
    this.#entryOf(target);
  }

  /** Cancels a target, unless it was, or somebody else was first; the answer is in the form of its API. */
  cancel(target: string, key: string, connection: number): Answer {
    const entry = this.#entryOf(target);
    if (entry.status === 'pending') {
      entry.status = 'cancelled';
      entry.done.add(key);
      this.#write({ what: 'effect', target, status: 'cancelled', key, connection });
      return accepted(target, key);
    }
    if (entry.done.has(key)) return accepted(target, key);
    if (entry.done.size > 0) {
      // A provider without a memory for states would have cancelled it twice.
      entry.done.add(key);
      this.#write({ what: 'double', target, status: 'cancelled', key, connection });
    }
    return refused(target, key, entry.status);
  }

  read(target: string): Answer {
    const { status } = this.#entryOf(target);
    const isOrder = target.startsWith('ORD');
    if (isOrder) {
      const name = { pending: 'action_required', captured: 'processed', cancelled: 'canceled', manual: 'failed' }[
        status
      ];
      return { status: 200, body: { id: target, status: name } };
    }
    return { status: 200, body: { id: Number(target), status: status === 'captured' ? 'approved' : status } };
  }

  #entryOf(target: string): Entry {
    const known = this.#entries.get(target);
    if (known !== undefined) return known;
    const entry: Entry = { status: 'pending', done: new Set() };
    this.#entries.set(target, entry);
    const fate = this.#chance();
    // A VTEX provider says by a code that only a person can cancel; nobody but the gateway touches its other payments.
    if (isVtex(target)) entry.status = fate < manualShare ? 'manual' : 'pending';
    else if (fate < foreignActs.captures) this.#actLater(target, entry, 'captured');
    else if (fate < foreignActs.captures + foreignActs.cancels) this.#actLater(target, entry, 'cancelled');
    return entry;
  }

  #actLater(target: string, entry: Entry, status: 'captured' | 'cancelled'): void {
    setTimeout(
      () => {
        if (entry.status !== 'pending') return;
        entry.status = status;
        this.#write({ what: 'foreign', target, status, key: '', connection: 0 });
      },
      between(this.#chance, 0, foreignActs.withinMs),
    );
  }

  #write(line: Omit<LedgerLine, 'at'>): void {
    writeSync(this.#file, `${JSON.stringify({ at: Date.now(), ...line })}\n`);
  }
}

function isVtex(target: string): boolean {
  return /^[0-9A-F]{32}$/.test(target);
}

function accepted(target: string, key: string): Answer {
  if (isVtex(target)) return vtexAnswer(target, key, `C-${key}`, null);
  if (target.startsWith('ORD')) return { status: 200, body: { id: target, status: 'canceled' } };
  return { status: 200, body: { id: Number(target), status: 'cancelled' } };
}

function refused(target: string, key: string, status: Status): Answer {
  if (isVtex(target)) return vtexAnswer(target, key, null, 'cancel-manually');
  if (target.startsWith('ORD')) {
    const code = status === 'cancelled' ? 'order_already_canceled' : 'cannot_cancel_order';
    return { status: 409, body: { errors: [{ code, message: 'No.' }] } };
  }
  const cause = [{ code: 2018, description: 'The action requested is not valid for the current payment state' }];
  return { status: 400, body: { message: 'No.', error: 'bad_request', status: 400, cause } };
}

function vtexAnswer(paymentId: string, requestId: string, cancellationId: string | null, code: string | null): Answer {
  return { status: 200, body: { paymentId, requestId, cancellationId, code, message: null } };
}
