import { payment, pending } from '../provider/payment.ts';
import type { Dialect } from './work.ts';

/** The stub itself, for what it can do alone. */
export const provider: Dialect = {
  read: ([id = '']) => ({
    method: 'GET',
    path: `/v1/payments/${id}`,
    headers: {},
    status: 200,
    answer: { ...payment, ...pending, id: Number(id) },
  }),
};
