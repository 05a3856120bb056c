import { fold } from '../text';

/** One way to understand a text: a folded name, within every one of the folded contexts. */
export interface Reading {
  name: string;
  contexts: string[];
}

const LONGEST_TEXT = 200;
const MOST_WORDS = 10;
const MOST_READINGS = 80;

const NO_PLACE = new Set(
  [
    'n a;na;none;no;nil;null;unknown;unspecified;not applicable;not available;not specified;tbd;tba;other;various;several;multiple;many;all',
    'global;globally;worldwide;world wide;world;the world;international;internationally;transnational;multinational;national;nationwide;regional;local',
    'online;virtual;remote;everywhere;anywhere;planet earth;earth;mundial;internacional;en linea;todo el mundo;ninguno;varios;desconocido;nacional',
  ].flatMap((line) => line.split(';')),
);

/** Whether a folded text is how people say that there is no one place. */
export function saysNoPlace(folded: string): boolean {
  return folded === '' || NO_PLACE.has(folded);
}

const ABBREVIATIONS: [string, string][] = [
  ['st', 'saint'],
  ['ste', 'sainte'],
  ['mt', 'mount'],
  ['ft', 'fort'],
];

/** The folded spellings under which a folded name may be listed: "st paul" as "saint paul", "n s w" as "nsw". */
export function nameVariants(folded: string): string[] {
  const variants = new Set([folded]);
  if (/^\p{L}( \p{L})+$/u.test(folded)) variants.add(folded.replaceAll(' ', ''));
  const plain = folded.replace(/^(?:the |greater |(?:city|town|village) of )/, '');
  variants.add(plain);
  const words = plain.split(' ');
  const short = new Map(ABBREVIATIONS.map(([abbreviation, full]) => [full, abbreviation]));
  const long = new Map(ABBREVIATIONS);
  variants.add(words.map((word) => long.get(word) ?? word).join(' '));
  variants.add(words.map((word) => short.get(word) ?? word).join(' '));
  return [...variants].filter(Boolean);
}

/** Ways to understand what someone typed, the longest name first: "Chicago IL, USA" has a town "chicago" in "il", "usa". */
export function readings(text: string): Reading[] {
  const parts = text
    .slice(0, LONGEST_TEXT)
    .split(/[,;|\n\u060c\u3001]/)
    .map(fold)
    .filter(Boolean)
    .slice(0, 4);
  const [first = '', ...rest] = parts;
  if (!first) return [];
  const words = first.split(' ').slice(0, MOST_WORDS);
  const result: Reading[] = [];
  for (let length = words.length; length > 0; length--) {
    const tail = words.slice(length).join(' ');
    const contexts = tail ? [tail, ...rest] : rest;
    for (const chosen of choices(contexts)) result.push({ name: words.slice(0, length).join(' '), contexts: chosen });
  }
  return result.slice(0, MOST_READINGS);
}

/** "nsw australia" is one context or two. */
function choices(contexts: string[]): string[][] {
  const [first, ...rest] = contexts;
  if (first === undefined) return [[]];
  const words = first.split(' ').slice(0, MOST_WORDS);
  const ways = [[words.join(' ')]];
  for (let at = 1; at < words.length; at++) ways.push([words.slice(0, at).join(' '), words.slice(at).join(' ')]);
  return choices(rest).flatMap((tail) => ways.map((way) => [...way, ...tail]));
}

/** The text without its words that hold a digit, such as the postal codes of other countries; empty if it has none. */
export function withoutNumbers(text: string): string {
  if (!/\d/.test(text)) return '';
  return text
    .slice(0, LONGEST_TEXT)
    .replace(/[^\s,]*\d[^\s,]*/g, ' ')
    .trim();
}

/** US ZIP code at the end of a text (or the whole of it), and the text without it. */
export function splitPostalCode(text: string): { rest: string; code: string | null } {
  const found = /(?:^|[\s,])(\d{5})(?:-\d{4})?\s*$/.exec(
    text.trim().replace(/,?\s*(?:USA|U\.S\.A?\.?|US|United States)\s*$/i, ''),
  );
  if (!found) return { rest: text, code: null };
  return { rest: text.trim().slice(0, found.index).trim(), code: found[1] ?? null };
}
