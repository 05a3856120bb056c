import type { Request, Response } from 'express';
import { cookieValue } from '~/lib/http/cookies';
import { acceptedLocale, inLocale, LOCALE_COOKIE, offeredLocale } from '~/lib/messages/locale.server';
import { m } from '~/lib/paraglide/messages.js';
import type { Locale } from '~/lib/paraglide/runtime.js';

export function localeOf(req: Request): Locale {
  const cookie = cookieValue(req.headers.cookie, LOCALE_COOKIE);
  return offeredLocale(cookie, acceptedLocale(req.headers['accept-language']));
}

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * Answers a request that never reaches a page: one sentence in plain words, in the language of the browser.
 * The connection is closed when the rest of a body would still be on its way.
 */
export function refuse(req: Request, res: Response, status: number, words: () => string): void {
  if (res.headersSent) return;
  const locale = localeOf(req);
  const [sentence, back] = inLocale(locale, () => [words(), m.errors_back_to_start()]);
  if (!req.complete) res.setHeader('Connection', 'close');
  res.setHeader('Cache-Control', 'no-store');
  res
    .status(status)
    .type('html')
    .send(
      `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
        `<title>${status}</title></head><body><main><p>${escapeHtml(sentence)}</p><p><a href="/">${escapeHtml(back)}</a></p></main></body></html>`,
    );
}
