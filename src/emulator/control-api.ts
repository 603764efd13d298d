import { parseBend } from './bend-json.ts';
import type { BendList } from './bends.ts';
import { type Handler, json, pathname, type RecordedRequest, type WireAnswer } from './wire.ts';

export const controlPrefix = '/__emulator/';

const done: WireAnswer = { status: 204, headers: {}, body: '' };

/** The same switches as the object returned by `startEmulator`, for an emulator that runs in a process of its own. */
export function createControlApi(parts: { bends: BendList; requests: RecordedRequest[]; reset(): void }): Handler {
  return (request) => {
    switch (`${request.method} ${pathname(request)}`) {
      case 'POST /__emulator/bends': {
        const bend = parseBend(request.body);
        if (typeof bend === 'string') return json(400, { message: bend });
        parts.bends.add(bend);
        return json(201, bend);
      }
      case 'DELETE /__emulator/bends':
        parts.bends.release();
        return done;
      case 'GET /__emulator/requests':
        return json(200, parts.requests);
      case 'POST /__emulator/reset':
        parts.reset();
        return done;
      default:
        return json(404, { message: 'POST or DELETE bends, GET requests, POST reset.' });
    }
  };
}
