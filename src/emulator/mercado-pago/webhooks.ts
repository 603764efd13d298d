import { createHmac, randomUUID } from 'node:crypto';
import type { Target } from '../sandbox-id.ts';
import type { SentNotification, Webhooks } from '../webhooks.ts';
import type { Clock } from '../wire.ts';

interface Options {
  clock: Clock;
  secret: string;
  /** The merchant's, whom a notification names. */
  account: string;
  status(target: Target, id: string): { status: string; detail: string } | undefined;
}

const deliveredWithinMs = 5_000;

/** Notifications as the documentation has them, signed as those that arrive are: in seconds, over the id as it stands in the address. */
export function createWebhooks({ clock, secret, account, status }: Options): Webhooks {
  let subscriber: string | null = null;
  let serial = 12_345;

  function notification(target: Target, id: string): SentNotification {
    const requestId = randomUUID();
    const ts = Math.floor(clock.now() / 1_000);
    const manifest = `id:${id};request-id:${requestId};ts:${ts};`;
    const v1 = createHmac('sha256', secret).update(manifest).digest('hex');
    serial += 1;
    return {
      query: `?data.id=${encodeURIComponent(id)}&type=${target}`,
      headers: {
        'content-type': 'application/json',
        'x-request-id': requestId,
        'x-signature': `ts=${ts},v1=${v1}`,
      },
      body: JSON.stringify(bodyOf(target, id)),
    };
  }

  function bodyOf(target: Target, id: string) {
    const now = status(target, id);
    const common = { api_version: 'v1', date_created: new Date(clock.now()).toISOString(), live_mode: false };
    if (target === 'payment') {
      return { ...common, action: 'payment.updated', data: { id }, id: serial, type: target, user_id: account };
    }
    const data = { id, status: now?.status, status_detail: now?.detail, type: 'online' };
    return { ...common, action: `order.${now?.status ?? 'updated'}`, data, type: target, user_id: account };
  }

  async function send(url: string, target: Target, id: string): Promise<number | null> {
    const { query, headers, body } = notification(target, id);
    const signal = AbortSignal.timeout(deliveredWithinMs);
    try {
      const answer = await fetch(`${url}${query}`, { method: 'POST', headers, body, signal });
      await answer.arrayBuffer();
      return answer.status;
    } catch {
      // Whoever is told and does not listen is told nothing more: that is what notifications are like.
      return null;
    }
  }

  return {
    notification,
    send,
    subscribe(url) {
      subscriber = url;
    },
    subscriber: () => subscriber,
    changed(target, id) {
      if (subscriber !== null) void send(subscriber, target, id);
    },
  };
}
