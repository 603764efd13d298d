import type {
  CancelEffect,
  CancellationOutcome,
  CancelReason,
  NextAction,
  OrderStatus,
  PaymentStatus,
} from '../generated/documents.ts';

export type TargetKind = 'payment' | 'order';
export type TargetStatus = PaymentStatus | OrderStatus;
export type WorkFilter = 'person' | 'open' | 'all';
/** What the emulator has, beside a case for every error. */
export type FreshKind = 'payment' | 'order' | 'vtexPayment';
export type WorkingCase = 'heldOnCard' | 'unpaidPix' | 'atTerminal' | 'failsOnce' | 'unreadableAnswer';

/** Every word that is the page's own, in one language. What became of a cancel, and why, the gateway says. */
export interface Texts {
  readonly locale: string;
  readonly title: string;
  readonly skip: string;
  readonly language: string;
  readonly navigation: { readonly label: string; readonly find: string; readonly work: string; readonly cases: string };
  readonly offline: string;
  readonly broken: { readonly title: string; readonly hint: string; readonly reload: string };
  readonly kinds: Readonly<Record<TargetKind, string>>;
  readonly find: {
    readonly heading: string;
    readonly intro: string;
    readonly kind: string;
    readonly id: string;
    readonly hint: string;
    readonly submit: string;
    readonly missing: string;
    readonly unfinished: string;
    readonly goOn: string;
  };
  readonly target: {
    readonly loading: string;
    readonly unread: string;
    readonly again: string;
    readonly provider: string;
    readonly method: string;
    readonly created: string;
    readonly belongsTo: string;
    readonly allowed: string;
    readonly refused: string;
    readonly unreadable: string;
    readonly statuses: Readonly<Record<TargetStatus, string>>;
    readonly effects: Readonly<Record<CancelEffect, string>>;
    readonly openOrder: string;
    readonly earlier: string;
  };
  readonly cancel: {
    readonly start: Readonly<Record<TargetKind, string>>;
    readonly startAnyway: string;
    readonly question: Readonly<Record<TargetKind, string>>;
    readonly reason: string;
    readonly noReason: string;
    readonly reasons: Readonly<Record<CancelReason, string>>;
    readonly confirm: string;
    readonly keep: string;
    readonly working: string;
    readonly workingHint: string;
    readonly unsent: string;
    readonly unsentHint: string;
    readonly looking: string;
    readonly lateHint: string;
    readonly still: string;
    readonly stillHint: string;
    readonly giveUp: string;
  };
  readonly outcome: {
    readonly titles: Readonly<Record<CancellationOutcome, string>>;
    readonly next: Readonly<Record<NextAction, string>>;
    readonly buttons: {
      readonly retry: string;
      readonly newAttempt: string;
      readonly look: string;
      readonly correct: string;
      readonly copyForRefund: string;
      readonly copyForConsole: string;
      readonly copyForSupport: string;
      readonly copied: string;
      readonly leave: string;
      readonly another: string;
    };
    readonly lost: string;
    readonly offlineHint: string;
    readonly refused: string;
    readonly stopped: string;
    readonly retryIn: (seconds: number) => string;
    readonly details: string;
    readonly code: string;
    readonly key: string;
    readonly request: string;
    readonly record: string;
    readonly attempts: string;
    readonly sent: string;
    readonly read: string;
    readonly noAnswer: string;
  };
  readonly work: {
    readonly heading: string;
    readonly intro: string;
    readonly filter: string;
    readonly filters: Readonly<Record<WorkFilter, string>>;
    readonly empty: Readonly<Record<WorkFilter, string>>;
    readonly more: string;
    readonly stale: string;
    readonly by: (who: string) => string;
    readonly unreadable: string;
    readonly actions: Readonly<Record<NextAction, string>>;
  };
  readonly cases: {
    readonly heading: string;
    readonly intro: string;
    readonly seen: (seen: number, of: number) => string;
    readonly fresh: string;
    readonly freshKinds: Readonly<Record<FreshKind, string>>;
    readonly works: string;
    readonly workingCases: Readonly<Record<WorkingCase, string>>;
    readonly own: string;
    readonly done: string;
  };
}
