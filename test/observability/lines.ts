import { createEvents } from '../../src/observability/events.ts';
import { createLog, type LogOptions } from '../../src/observability/log.ts';

/** A log that keeps its lines. */
export function recordingLog(level: LogOptions['level'] = 'info') {
  const lines: string[] = [];
  const log = createLog({ level, destination: { write: (line) => void lines.push(line) } });
  return { log, events: createEvents(log), lines, last: () => JSON.parse(lines.at(-1) ?? 'null') };
}
