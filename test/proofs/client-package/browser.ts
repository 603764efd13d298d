import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { chromium } from 'playwright-core';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' };

/** Whether there is a browser to test with on this machine. */
export const hasChromium = existsSync(executablePath);

/** A bundled page on a free port of this machine. */
export interface Site {
  readonly origin: string;
  close(): void;
}

export async function serve(folder: string): Promise<Site> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://site').pathname;
    const file = join(folder, path === '/' ? 'index.html' : path);
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${portOf(server)}`, close: () => server.close() };
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

/** Opens the page, and answers what it wrote into its title when it was through. */
export async function runInChromium(site: Site, url: string, paymentId: string): Promise<string> {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  try {
    const page = await browser.newPage();
    await page.goto(`${site.origin}/?${new URLSearchParams({ url, paymentId })}`);
    await page.waitForFunction("document.title.startsWith('{')", undefined, { timeout: 60_000 });
    return await page.title();
  } finally {
    await browser.close();
  }
}
