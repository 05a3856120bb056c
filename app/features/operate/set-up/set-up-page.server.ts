import { eq } from 'drizzle-orm';
import { accounts } from '#db/schema/accounts';
import type { Viewer } from '~/auth/viewer';
import { readNetworkSettings } from '~/features/directory/network.server';
import { STARTER_VOCABULARIES, type StarterTerm } from '~/features/directory/starter-vocabularies';
import { labelIn, readVocabularies } from '~/features/directory/vocabularies.server';
import type { FormValues } from '~/lib/forms';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { command } from '~/sharing/command.server';
import { readAs } from '~/sharing/read.server';
import { mailStatus } from '../network/mail-status.server';
import { networkFormValues } from '../network/network-form';
import { setUpLinkOf, stewardOf } from './set-up-link.server';

export type SetUpState = 'open' | 'spent' | 'unknown' | 'done';

/** What a set-up link is worth, with what only its holder may know; whether the address has an account decides the form. */
async function whoSetsUp(token: string) {
  return command(async (unit) => {
    if ((await stewardOf(unit)) === 'real') return { state: 'done' as const };
    const link = await setUpLinkOf(unit, token);
    if (!link) return { state: 'unknown' as const };
    if (!link.good) return { state: 'spent' as const };
    const [account] = await unit.db.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, link.email));
    return { state: 'open' as const, email: link.email, known: account !== undefined };
  });
}

function starterGroups(terms: readonly StarterTerm[], locale: Locale) {
  const groups = new Map<string, { label: string; terms: { value: string; label: string }[] }>();
  for (const { slug, labels, group } of terms) {
    const known = groups.get(group.en) ?? { label: group[locale], terms: [] };
    known.terms.push({ value: slug, label: labels[locale] });
    groups.set(group.en, known);
  }
  return [...groups.values()];
}

const usual = (terms: readonly StarterTerm[]): string[] => terms.filter((term) => term.usual).map(({ slug }) => slug);

async function firstValues(viewer: Viewer, locale: Locale): Promise<FormValues> {
  const stored = await readNetworkSettings(viewer);
  const blank = { name: '', locales: ['en' as const, 'es' as const], purpose: {}, description: {}, themeColor: null };
  return {
    ...networkFormValues(stored?.setUp ? stored : { ...blank, defaultLocale: locale }),
    personName: '',
    interests: usual(STARTER_VOCABULARIES.interests),
    skills: usual(STARTER_VOCABULARIES.skills),
    ownInterests: '',
    ownSkills: '',
  };
}

/** The words that are there already, as where a demo was left: they stay. */
async function knownWords(viewer: Viewer, locale: Locale) {
  const { interests, skills } = await readVocabularies(readAs(viewer));
  const names = (terms: typeof interests) => terms.map(({ labels }) => labelIn(labels, locale));
  return { interests: names(interests), skills: names(skills) };
}

/** What the set-up page shows to whoever opens its link. */
export async function setUpPage(viewer: Viewer, token: string, locale: Locale) {
  const who = await whoSetsUp(token);
  if (who.state !== 'open') return { state: who.state, page: null };
  const page = {
    email: who.email,
    known: who.known,
    values: await firstValues(viewer, locale),
    interests: starterGroups(STARTER_VOCABULARIES.interests, locale),
    skills: starterGroups(STARTER_VOCABULARIES.skills, locale),
    words: await knownWords(viewer, locale),
    mail: mailStatus(),
  };
  return { state: who.state, page };
}
export type SetUpPage = NonNullable<Awaited<ReturnType<typeof setUpPage>>['page']>;
