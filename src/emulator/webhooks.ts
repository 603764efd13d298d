import type { Target } from './sandbox-id.ts';
import { json, jsonObject, type RecordedRequest, type WireAnswer } from './wire.ts';

export interface SentNotification {
  /** With its `?`, to be put behind the address. */
  query: string;
  headers: Record<string, string>;
  body: string;
}

/** A provider that tells when something has changed. */
export interface Webhooks {
  /** What it would send about a target now. */
  notification(target: Target, id: string): SentNotification;
  /** Sends that to an address; answers with the status that came back, null where nobody answered. */
  send(url: string, target: Target, id: string): Promise<number | null>;
  /** Tells an address of every change from now on; null tells nobody. */
  subscribe(url: string | null): void;
  subscriber(): string | null;
  /** Something has changed: whoever subscribed is told. */
  changed(target: Target, id: string): void;
}

const help =
  'Send {"url"}, an address to be told of every change from now on, or {"url","target","id"} to tell it of one target now; target is "payment" or "order".';

/** `POST webhooks` and `DELETE webhooks` of the control API. */
export function webhookControl(all: readonly Webhooks[]): (request: RecordedRequest) => Promise<WireAnswer> {
  return async (request) => {
    if (request.method === 'DELETE') {
      for (const webhooks of all) webhooks.subscribe(null);
      return { status: 204, headers: {}, body: '' };
    }
    const { url, target, id } = jsonObject(request.body) ?? {};
    const [webhooks] = all;
    if (typeof url !== 'string' || !URL.canParse(url) || webhooks === undefined) return json(400, { message: help });
    if (target === undefined && id === undefined) {
      webhooks.subscribe(url);
      return json(201, { url });
    }
    if ((target !== 'payment' && target !== 'order') || typeof id !== 'string') return json(400, { message: help });
    return json(200, { status: await webhooks.send(url, target, id) });
  };
}
