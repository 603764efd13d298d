import { type OpenStore, openStore } from '../../src/store/open-store.ts';

/** Opens real stores and knows whether one of them has not yet answered what it was asked. */
export class StoreWatch {
  #underWay = 0;

  get isBusy(): boolean {
    return this.#underWay > 0;
  }

  readonly open = async (databaseUrl: string): Promise<OpenStore> => {
    const opened = await openStore(databaseUrl);
    return { ...opened, store: this.#watched(opened.store) };
  };

  #watched<Store extends object>(store: Store): Store {
    return new Proxy(store, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return (...args: unknown[]) => this.#counted(member.apply(target, args));
      },
    });
  }

  async #counted(call: unknown): Promise<unknown> {
    this.#underWay += 1;
    try {
      return await call;
    } finally {
      this.#underWay -= 1;
    }
  }
}
