import { existsSync } from 'node:fs';
import { at } from './root.mjs';

/** Takes settings from the file `.env` of the checkout, where there is one, so that start and command agree; the environment goes before it. */
export function readSettings(file = at('.env')) {
  if (existsSync(file)) process.loadEnvFile(file);
}
