import { subscribe } from 'node:diagnostics_channel';
import { readdirSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

/**
 * Loaded before the gateway, with `node --expose-gc --import`: answers messages with what its process is made of.
 * `sample` collects the garbage first. `delays` tells how late the event loop was since it was asked the last time, and
 * how long refusals took from a request's head to the last byte of its answer, those alone that node:http made messages of. `processor` tells what the process used.
 */
if (isMainThread) {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  let unhandledRejections = 0;
  process.on('unhandledRejection', () => {
    unhandledRejections += 1;
  });
  const refusals = timesOfRefusals();
  const ms = (nanoseconds) => nanoseconds / 1e6;
  process.on('message', ({ what }) => {
    if (what === 'delays') {
      // The histogram counts the ten milliseconds between two looks as well.
      process.send({
        p50: ms(delay.percentile(50)) - 10,
        p99: ms(delay.percentile(99)) - 10,
        p999: ms(delay.percentile(99.9)) - 10,
        most: ms(delay.max) - 10,
        refusals: refusals.percentiles(),
      });
      delay.reset();
      refusals.reset();
      return;
    }
    if (what === 'processor') {
      const { user, system } = process.cpuUsage();
      process.send({ processorMs: (user + system) / 1e3 });
      return;
    }
    const rss = process.memoryUsage.rss();
    globalThis.gc();
    const { heapUsed } = process.memoryUsage();
    const kinds = process.getActiveResourcesInfo();
    process.send({ rss, heapUsed, handles: kinds.length, openFiles: openFiles(), unhandledRejections });
  });
  // Whoever started this process is gone.
  process.on('disconnect', () => process.exit(1));
  // A gateway that was told to stop ends although somebody might still ask.
  process.channel.unref();
}

/** Null where the system does not tell. */
function openFiles() {
  try {
    return readdirSync('/proc/self/fd').length;
  } catch {
    return null;
  }
}

function timesOfRefusals() {
  // On the request itself: a map beside it would cost the gateway more than what is measured.
  const began = Symbol('began');
  const times = [];
  subscribe('http.server.request.start', ({ request }) => {
    request[began] = performance.now();
  });
  subscribe('http.server.response.finish', ({ request, response }) => {
    if (response.statusCode === 503) times.push(performance.now() - request[began]);
  });
  const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return {
    percentiles() {
      const sorted = times.toSorted((a, b) => a - b);
      return { p50: at(sorted, 0.5), p99: at(sorted, 0.99) };
    },
    reset() {
      times.length = 0;
    },
  };
}
