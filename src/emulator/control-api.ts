import { parseOverride } from './override-json.ts';
import type { OverrideList } from './overrides.ts';
import { type Webhooks, webhookControl } from './webhooks.ts';
import { json, pathname, type RecordedRequest, type WireAnswer } from './wire.ts';

export const controlPrefix = '/__emulator/';

/** A command after which the next cancel of a payment at Mercado Pago is executed, and its answer lost. */
export function loseNextAnswer(emulatorUrl: string): string {
  return `curl -s ${emulatorUrl}${controlPrefix}overrides -d '{"method":"PUT","effect":"after","answer":"reset"}'`;
}

/** Some of its commands wait for others. */
export type ControlApi = (request: RecordedRequest) => WireAnswer | Promise<WireAnswer>;

const done: WireAnswer = { status: 204, headers: {}, body: '' };

/** The same switches as the object returned by `startEmulator`, for an emulator that runs in a process of its own. */
export function createControlApi(parts: {
  overrides: OverrideList;
  requests: RecordedRequest[];
  webhooks: readonly Webhooks[];
  reset(): void;
}): ControlApi {
  const answerWebhooks = webhookControl(parts.webhooks);
  return (request) => {
    switch (`${request.method} ${pathname(request).slice(controlPrefix.length)}`) {
      case 'POST overrides': {
        const override = parseOverride(request.body);
        if (typeof override === 'string') return json(400, { message: override });
        parts.overrides.add(override);
        return json(201, override);
      }
      case 'DELETE overrides':
        parts.overrides.release();
        return done;
      case 'POST webhooks':
      case 'DELETE webhooks':
        return answerWebhooks(request);
      case 'GET requests':
        return json(200, parts.requests);
      case 'POST reset':
        parts.reset();
        return done;
      default:
        return json(404, { message: 'POST or DELETE overrides, POST or DELETE webhooks, GET requests, POST reset.' });
    }
  };
}
