import { isDeepStrictEqual } from 'node:util';
import { Pool } from 'undici';
import { type Kind, type KindName, kinds } from './requests.ts';

/** Sends requests of one kind for a while, in a process of its own. */
export interface LoadOrder {
  readonly url: string;
  readonly kind: KindName;
  readonly forMs: number;
}

export interface LoadReport {
  readonly requests: number;
  /** Answers that were not the expected one, and requests without an answer. */
  readonly errors: number;
  readonly firstError: string | null;
}

/** So many requests are on their way at any moment, each on a connection that is kept. */
const atOnce = 16;

const pools = new Map<string, Pool>();
let id = 700_000_000_000_000;

async function load({ url, kind, forMs }: LoadOrder): Promise<LoadReport> {
  const pool = poolOf(url);
  const end = performance.now() + forMs;
  let requests = 0;
  let errors = 0;
  let firstError: string | null = null;
  const lane = async () => {
    while (performance.now() < end) {
      requests += 1;
      id += 1;
      const error = await errorOf(pool, kinds[kind], `${id}`);
      if (error === null) continue;
      errors += 1;
      firstError ??= error;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return { requests, errors, firstError };
}

function poolOf(url: string): Pool {
  const pool = pools.get(url) ?? new Pool(url, { connections: atOnce, pipelining: 1 });
  pools.set(url, pool);
  return pool;
}

/** Null when the answer is the one that this id must get. */
async function errorOf(pool: Pool, { request, expected }: Kind, id: string): Promise<string | null> {
  try {
    const { statusCode, body } = await pool.request(request(id));
    const text = await body.text();
    const isRight = statusCode === 200 && isDeepStrictEqual(JSON.parse(text), expected(id));
    return isRight ? null : `${statusCode} ${text}`;
  } catch (error) {
    return String(error);
  }
}

process.on('message', async (order: LoadOrder) => process.send?.(await load(order)));
