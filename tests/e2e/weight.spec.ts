import { get } from 'node:http';
import { origin } from './support/hub';
import { expect, test } from './support/test';

const LIMIT = 135_000;

/** The bytes on the wire of a file's gzipped body. */
const transferred = (url: string): Promise<number> =>
  new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on('end', () => resolve(bytes));
    }).on('error', reject);
  });

for (const path of ['/', '/people', '/groups']) {
  test(`${path} brings at most 135 kB of script`, async ({ page }) => {
    const scripts = new Set<string>();
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.add(request.url());
    });
    await page.goto(path, { waitUntil: 'networkidle' });
    expect(scripts.size).toBeGreaterThan(0);
    for (const url of scripts) expect(new URL(url).origin).toBe(origin());
    const sizes = await Promise.all([...scripts].map(transferred));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(LIMIT);
  });
}
