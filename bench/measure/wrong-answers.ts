import type { LoadReport } from '../load/orders.ts';

/** A wrong answer is told at once, and ends the bench with 1. */
export function checked<Report extends LoadReport>(what: string, report: Report): Report {
  if (report.errors > 0) {
    console.error(
      `${what}: ${report.errors} of ${report.requests} answers were wrong, the first: ${report.firstError}`,
    );
    process.exitCode = 1;
  }
  return report;
}
