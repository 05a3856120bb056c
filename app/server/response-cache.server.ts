import type { Request, RequestHandler, Response } from 'express';
import { localeOf } from '~/lib/http/refusal.server';
import type { KeepAnswer } from '~/lib/http/remix-handler.server';
import { LOCALE_COOKIE } from '~/lib/messages/locale.server';
import { REVISION, type Revision } from '~/sharing/revision.server';
import { KeptAnswers } from './kept-answers.server';

/**
 * Pages whose answer to a visitor is made of the public projection and the reference data alone. A page that depends on
 * the time of day, on a limit or on who asks does not belong here.
 */
const PAGES = [/^\/$/, /^\/people(\/[^/]+)?$/, /^\/groups(\/[^/]+)?$/, /^\/privacy(\/[^/]+)?$/, /^\/unity(\/\d+)?$/];

const ONLY_LANGUAGE = new RegExp(`^\\s*${LOCALE_COOKIE}=[^;]*;?\\s*$`);

/** Whether everyone who asks for this in one language gets the same answer. */
export function isForEveryone(req: Pick<Request, 'method' | 'path' | 'headers'>): boolean {
  const { cookie } = req.headers;
  return (
    (req.method === 'GET' || req.method === 'HEAD') &&
    PAGES.some((page) => page.test(req.path)) &&
    (cookie === undefined || ONLY_LANGUAGE.test(cookie))
  );
}

interface Options {
  revision(): Promise<Revision>;
  /** Called with every new revision of the reference data, before an answer is looked for. */
  onReference(): Promise<unknown>;
  /** Called when the revision is kept in many rows. */
  onManyRows(): Promise<unknown>;
  maxBytes?: number;
}

const MANY_ROWS = 200;
const FAILED = Symbol('failed');

/**
 * Answers visitors with what was rendered before, as long as nothing that a visitor reads was changed since: in this
 * process or another. The revision is read before an answer is looked for, and was read before it was rendered.
 */
export function responseCache(options: Options): RequestHandler {
  const answers = new KeptAnswers(options.maxBytes);
  let reference = -1;
  let folding = false;

  async function current(): Promise<Revision> {
    const now = await options.revision();
    if (now.reference !== reference) {
      await options.onReference();
      reference = now.reference;
    }
    if (now.rows > MANY_ROWS && !folding) {
      folding = true;
      void options.onManyRows().finally(() => {
        folding = false;
      });
    }
    return now;
  }

  return async (req, res, next) => {
    if (!isForEveryone(req)) return next();
    const now = await current().catch(() => FAILED);
    if (typeof now === 'symbol') return next();
    const revision = now.shown + now.reference;
    const key = `${localeOf(req)} ${new Date().toISOString().slice(0, 10)} ${req.originalUrl}`;
    const found = answers.get(key, revision);
    if (found) return answer(res, req.method === 'HEAD', found.headers, found.body(nonceOf(res)));
    res.locals.memo = [[REVISION, Promise.resolve(now)]];
    if (req.method === 'GET') {
      const keep: KeepAnswer = (headers, body) => answers.set(key, revision, headers, body, nonceOf(res));
      res.locals.keep = keep;
    }
    next();
  };
}

const nonceOf = (res: Response) => res.locals.nonce as string;

function answer(res: Response, headOnly: boolean, headers: readonly [string, string][], body: string): void {
  for (const [name, value] of headers) res.setHeader(name, value);
  if (headOnly) res.end();
  else res.end(body);
}
