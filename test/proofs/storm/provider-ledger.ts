import { openSync, writeSync } from 'node:fs';
import { cancelAnswer, readAnswer, type WireAnswer } from '../../doubles/provider/answers.ts';
import { Provider } from '../../doubles/provider/provider.ts';
import { apiOf } from '../../doubles/provider/status.ts';
import { newTarget, type ProviderTarget } from '../../doubles/provider/target.ts';
import { between, type Chance } from './chance.ts';
import type { LedgerLine } from './ledger.ts';

/** Shares of the targets that somebody else gets to, and that no program may cancel. */
const foreignActs = { captures: 0.05, cancels: 0.02, withinMs: 1_500 };
const manualShare = 0.04;

/** The targets of the played provider. Every act is on the disk before it is answered. */
export class ProviderLedger {
  readonly #chance: Chance;
  readonly #file: number;
  readonly #provider = new Provider();
  readonly #targets = new Map<string, ProviderTarget>();

  constructor(path: string, chance: Chance) {
    this.#chance = chance;
    this.#file = openSync(path, 'a');
  }

  /** Draws what will become of a target that is asked for the first time. */
  register(id: string): void {
    this.#targetOf(id);
  }

  /** Cancels a target, unless it was cancelled before or somebody else was first. */
  cancel(id: string, key: string, connection: number): WireAnswer {
    const target = this.#targetOf(id);
    const isRepeat = target.executed.has(key);
    const others = target.executed.size;
    const answer = cancelAnswer(this.#provider.cancel(target, key), target, key);
    const line = { target: id, status: 'cancelled', key, connection } as const;
    // A provider that remembers no states would have cancelled it twice.
    if (others > 0 && !isRepeat) this.#write({ ...line, what: 'double' });
    else if (!isRepeat && target.executed.has(key)) this.#write({ ...line, what: 'effect' });
    return answer;
  }

  read(id: string): WireAnswer {
    return readAnswer(this.#targetOf(id));
  }

  #targetOf(id: string): ProviderTarget {
    const known = this.#targets.get(id);
    if (known !== undefined) return known;
    const fate = this.#chance();
    // A VTEX provider says by a code that only a person can cancel; nobody but the gateway touches its other payments.
    const isVtex = apiOf(id) === 'vtex';
    const target = newTarget(id, { traits: { manual: isVtex && fate < manualShare } });
    this.#targets.set(id, target);
    if (isVtex) return target;
    if (fate < foreignActs.captures) this.#actLater(target, 'captured');
    else if (fate < foreignActs.captures + foreignActs.cancels) this.#actLater(target, 'cancelled');
    return target;
  }

  #actLater(target: ProviderTarget, status: 'captured' | 'cancelled'): void {
    const act = () => {
      if (!this.#provider.act(target, status)) return;
      this.#write({ what: 'foreign', target: target.id, status, key: '', connection: 0 });
    };
    setTimeout(act, between(this.#chance, 0, foreignActs.withinMs));
  }

  #write(line: Omit<LedgerLine, 'at'>): void {
    writeSync(this.#file, `${JSON.stringify({ at: Date.now(), ...line })}\n`);
  }
}
