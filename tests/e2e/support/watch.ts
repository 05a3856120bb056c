import { expect, type Page } from '@playwright/test';

/** Notes what a browser complains of: script errors, console errors, breaches of the content security policy, failed files. */
export async function watch(page: Page, { expected = [] as RegExp[] } = {}) {
  const complaints: string[] = [];
  const note = (text: string) => {
    if (!expected.some((pattern) => pattern.test(text))) complaints.push(text);
  };
  page.on('pageerror', (error) => note(`script: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') note(`console: ${message.text()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && response.request().resourceType() !== 'document')
      note(`${response.status()} ${response.url()}`);
  });
  await page.exposeFunction('noteBreach', (text: string) => note(`policy: ${text}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const tell = (window as unknown as { noteBreach(text: string): void }).noteBreach;
      tell(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  return { none: () => expect(complaints).toEqual([]) };
}
