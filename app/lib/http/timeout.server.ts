import type { RequestHandler } from 'express';
import { m } from '~/lib/paraglide/messages.js';
import { refuse } from './refusal.server';

/** Answers 503 when no response has begun after `milliseconds`. */
export const answerTimeout =
  (milliseconds: number): RequestHandler =>
  (req, res, next) => {
    const timer = setTimeout(() => refuse(req, res, 503, () => m.errors_too_slow()), milliseconds);
    res.once('close', () => clearTimeout(timer));
    next();
  };
