import { type DestinationStream, pino } from 'pino';
import { type Fields, lineOf } from './fields.ts';

type Level = 'info' | 'warn' | 'error';

/** Writes one JSON line per event; `fields.ts` says what may stand in it. */
export interface Log {
  write(level: Level, event: string, fields: Fields): void;
}

export interface LogOptions {
  /** The least level that is written; `silent` writes nothing. */
  readonly level: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
  /** Standard output unless given. */
  readonly destination?: DestinationStream;
}

export function createLog({ level, destination }: LogOptions): Log {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination ?? pino.destination({ dest: 1, sync: true }),
  );
  return {
    write(lineLevel, event, fields) {
      logger[lineLevel](lineOf(event, fields));
    },
  };
}
