/** Checks that every message is there in every language, with the same placeholders. Run: node scripts/lib/messages.mjs */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { at } from './root.mjs';

const inputs = (text) => [...text.matchAll(/\{\s*([A-Za-z_]\w*)\s*\}/g)].map(([, name]) => name);

/** The texts of a message: one, or one for each of its variants. */
function texts(message) {
  if (typeof message === 'string') return [message];
  const parts = Array.isArray(message) ? message : [message];
  return parts.flatMap((part) => Object.values(part.match ?? {}));
}

/** The names a message is given, sorted. */
function placeholders(message) {
  const declared = (Array.isArray(message) ? message : [message])
    .flatMap((part) => part?.declarations ?? [])
    .flatMap((line) => /^input\s+(\w+)/.exec(line)?.[1] ?? []);
  return [...new Set([...declared, ...texts(message).flatMap(inputs)])].sort();
}

/** What is wrong with the catalogues { language: { namespace: { key: message } } }, one line each, first language as the measure. */
export function faults(catalogues) {
  const [base, ...others] = Object.keys(catalogues);
  const found = [];
  const places = new Map();
  for (const [namespace, messages] of Object.entries(catalogues[base])) {
    for (const key of Object.keys(messages).filter((key) => !key.startsWith('$'))) {
      if (places.has(key)) found.push(`${key} stands in ${places.get(key)}.json and in ${namespace}.json`);
      places.set(key, namespace);
    }
  }
  for (const language of others) {
    for (const namespace of new Set([...Object.keys(catalogues[base]), ...Object.keys(catalogues[language])])) {
      const ours = catalogues[base][namespace] ?? {};
      const theirs = catalogues[language][namespace] ?? {};
      for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
        if (key.startsWith('$')) continue;
        const missing = !(key in ours) ? base : !(key in theirs) ? language : undefined;
        if (missing) {
          found.push(`${missing}/${namespace}.json lacks ${key}`);
          continue;
        }
        const [a, b] = [placeholders(ours[key]), placeholders(theirs[key])];
        if (a.join() !== b.join())
          found.push(`${key} takes {${a.join(', ')}} in ${base}, {${b.join(', ')}} in ${language}`);
        if (texts(ours[key]).some((text) => !text.trim())) found.push(`${base}/${namespace}.json: ${key} is empty`);
        if (texts(theirs[key]).some((text) => !text.trim()))
          found.push(`${language}/${namespace}.json: ${key} is empty`);
      }
    }
  }
  return found;
}

/** Reads the catalogues from app/lib/messages/<language>/<namespace>.json; throws when one is no JSON. */
export function readCatalogues(folder = at('app/lib/messages')) {
  const languages = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && /^[a-z]{2}(-\w+)?$/.test(entry.name),
  );
  return Object.fromEntries(
    languages.map(({ name: language }) => {
      const names = readdirSync(path.join(folder, language)).filter((name) => name.endsWith('.json'));
      const read = (name) => JSON.parse(readFileSync(path.join(folder, language, name), 'utf8'));
      return [language, Object.fromEntries(names.map((name) => [path.basename(name, '.json'), read(name)]))];
    }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = faults(readCatalogues());
  for (const line of found) console.error(line);
  process.exitCode = found.length > 0 ? 1 : 0;
}
