import type { RequestHandler } from 'express';

/** Answers 200 while `answers` resolves within two seconds, and 503 otherwise. */
export const health =
  (answers: () => Promise<unknown>): RequestHandler =>
  async (_req, res) => {
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('timeout')), 2000);
    });
    const sound = await Promise.race([answers(), patience]).then(
      () => true,
      () => false,
    );
    clearTimeout(timer);
    res
      .set('Cache-Control', 'no-store')
      .status(sound ? 200 : 503)
      .type('text')
      .send(sound ? 'ok\n' : 'the database does not answer\n');
  };
