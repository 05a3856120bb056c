import { z } from 'zod';
import type { Labels } from '#db/schema/vocabularies';
import { cleanText, formList, formOptionalText } from '~/lib/forms';
import { networkFields } from '../network/network-form';

export const SET_UP_LIMITS = { personName: 120, ownTerms: 8_000, term: 80, terms: 200 };

const slugs = () => formList(z.string().max(80), { max: 200 });

/** The set-up page as it is sent. */
export const setUpForm = z.object({
  ...networkFields,
  intent: z.enum(['finish', 'test-mail']).default('finish'),
  personName: formOptionalText({ max: SET_UP_LIMITS.personName }),
  interests: slugs(),
  skills: slugs(),
  ownInterests: formOptionalText({ max: SET_UP_LIMITS.ownTerms, multiline: true }),
  ownSkills: formOptionalText({ max: SET_UP_LIMITS.ownTerms, multiline: true }),
});
export type SetUpSent = z.output<typeof setUpForm>;

/**
 * Terms written one a line, the languages offered parted by a bar: `Clean water | Agua limpia`. English is always filled:
 * with the only language where there is one. Null if a line is too long or there are too many.
 */
export function readOwnTerms(text: string | null, locales: readonly ('en' | 'es')[]): Labels[] | null {
  const lines = (text ?? '').split('\n').filter((line) => line.replaceAll('|', '').trim());
  const terms = lines.map((line): Labels => {
    const [first = '', second = ''] = line
      .split('|')
      .map((cell) => cleanText(cell))
      .filter(Boolean);
    if (locales.length === 1) return locales[0] === 'es' ? { en: first, es: first } : { en: first };
    return second ? { en: first, es: second } : { en: first };
  });
  const fits = ({ en, es = '' }: Labels) => Math.max(en.length, es.length) <= SET_UP_LIMITS.term;
  return terms.length <= SET_UP_LIMITS.terms && terms.every(fits) ? terms : null;
}
