import { fold } from '~/lib/text';

const WORLD = new Set(
  [
    'africa;europe;asia;oceania;antarctica;america;the americas;americas;north america;south america;central america;latin america;caribbean;the caribbean;mena;middle east;pacific;the pacific;asia pacific',
    'east africa;west africa;southern africa;north africa;central africa;sub saharan africa;southeast asia;south asia;east asia;central asia;western europe;eastern europe;global south;global north;pacific islands;mesoamerica',
    'europa;asia;caribe;el caribe;medio oriente;america latina;latinoamerica;america del norte;america del sur;norteamerica;sudamerica;suramerica;centroamerica;america central;sur global',
  ].flatMap((line) => line.split(';')),
);

/** Words of somebody who describes an area rather than names a place. */
const DESCRIBES =
  /\b(?:region|regions|regional|countries|nations|states|communities|areas|including|various|several|throughout|across|national|parts of|paises|comunidades|regiones|varios|varias|todo)\b/i;

/** "Primarily based in Toronto, Ontario" names Toronto; "Canada-wide" names Canada. */
export function namedPlace(text: string): string {
  const based = /\b(?:based|located|headquartered|con sede|ubicad[oa]s?) (?:in|at|en)\s+([^;|()\n]+)/i.exec(text)?.[1];
  return (based ?? text)
    .replace(
      /^(?:primarily|mainly|mostly|all of|all over|throughout|across|principalmente|en todo|todo)\s+(?:in\s+|en\s+)?(?:the\s+)?/i,
      '',
    )
    .replace(/[- ]?\bwide\b/i, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether a text may be looked up as a town: a part of the world or a description may not, for there is a town of every name. */
export const mayBeTown = (text: string): boolean => !WORLD.has(fold(text)) && !DESCRIBES.test(text);
