import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import express, { type RequestHandler } from 'express';

function pathsIn(folder: string): Set<string> {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const inside = (entry: (typeof entries)[number]) => join(entry.parentPath, entry.name).slice(folder.length);
    return new Set(entries.map((entry) => inside(entry).split(sep).join('/')));
  } catch {
    return new Set();
  }
}

/**
 * Serves the files of the built client, those under `/assets` as never changing. Which there are is looked up once:
 * otherwise the disk would be asked for a file at every page.
 */
export function staticFiles(folder: string): RequestHandler {
  const known = pathsIn(folder);
  const options = { index: false, redirect: false } as const;
  const assets = express.static(folder, { ...options, immutable: true, maxAge: '1y' });
  const others = express.static(folder, { ...options, maxAge: '1h' });
  return (req, res, next) => {
    if (!known.has(req.path)) return next();
    return (req.path.startsWith('/assets/') ? assets : others)(req, res, next);
  };
}
