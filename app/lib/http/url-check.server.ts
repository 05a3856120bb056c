import type { RequestHandler } from 'express';
import { m } from '~/lib/paraglide/messages.js';
import { refuse } from './refusal.server';

const LONGEST = 4096;
const UNPRINTABLE = /[\u0000-\u001f\u007f]/;

/** True for a request target that is a plain path of ours, with or without a query. */
export function isSoundTarget(target: string): boolean {
  if (target.length > LONGEST || !target.startsWith('/') || target.startsWith('//') || UNPRINTABLE.test(target))
    return false;
  const [path = '', ...query] = target.split('?');
  if (/%00/.test(query.join('?'))) return false;
  try {
    const decoded = decodeURIComponent(path);
    return !UNPRINTABLE.test(decoded) && !decoded.includes('\\');
  } catch {
    return false;
  }
}

/** Refuses addresses that are too long, hold control characters or are not decodable. */
export const urlCheck: RequestHandler = (req, res, next) =>
  isSoundTarget(req.originalUrl) ? next() : refuse(req, res, 400, () => m.errors_bad_address());
