import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { TransactionConflict } from '../sql-database.ts';

const tries = 5;

/** Serialization failure, deadlock, and the unique or foreign key that another transaction broke for this one. */
const conflicts = new Set(['40001', '40P01', '23505', '23503']);

/** Runs a transaction, and runs it again where another one got in its way. */
export async function startingOver<T>(transaction: () => Promise<T>): Promise<T> {
  for (let left = tries - 1; ; left -= 1) {
    try {
      return await transaction();
    } catch (error) {
      if (left === 0 || !isConflict(error)) throw error;
      await pause(Math.random() * 20);
    }
  }
}

function isConflict(error: unknown): boolean {
  return error instanceof TransactionConflict || (error instanceof pg.DatabaseError && conflicts.has(error.code ?? ''));
}
