import { STARTER_VOCABULARIES } from '~/features/directory/starter-vocabularies';
import { lines } from './data';
import { deck, type Random } from './random';

export interface Texts {
  /** A headline with the skill it speaks of. */
  headline(): { skill: string; text: string };
  /** A headline and a bio in the language itself, or null where there are none in it. */
  local(language: string): { skill: string; headline: string; bio: string } | null;
  bio(interests: readonly string[]): string;
  need(): string;
  identity(): string;
  title(leads: boolean): string;
}

/** How often one line about a topic may be said in the whole network. */
const MOST_OFTEN = 4;

const withArticle = (noun: string) => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
const startUpper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const startLower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** Puts words into `{…}`: one of several where bars part them, else what the name stands for. */
export const fill = (random: Random, template: string, named: Record<string, string> = {}): string =>
  startUpper(
    template.replaceAll(/\{([^}]*)\}/g, (_, slot: string) => {
      if (slot.includes('|')) return random.pick(slot.split('|'));
      const value = named[startLower(slot)];
      if (value === undefined) throw new Error(`Nothing is said for {${slot}} in "${template}".`);
      return slot === startLower(slot) ? value : startUpper(value);
    }),
  );

/** Makes texts from hand-written lines, each used as seldom as there are lines for. */
export function textMaker(random: Random): Texts {
  const { headlines, interests, local, closing, frames } = lines();
  const skills = STARTER_VOCABULARIES.skills.map(({ slug, labels }) => ({ slug, phrase: startLower(labels.en) }));
  const nextHeadline = deck(
    random,
    Object.entries(headlines).flatMap(([skill, each]) => each.map((template) => ({ skill, template }))),
  );
  const nextFrame = deck(random, frames.frames);
  const nextSkill = deck(random, skills);
  const said = new Map<string, number>();
  const decks = Object.fromEntries(
    Object.entries({ ...frames, offers: closing.offers, lives: closing.lives }).map(([name, list]) => [
      name,
      deck(random, list as string[]),
    ]),
  );
  const next = (name: string): string => decks[name]?.() ?? '';
  const localDecks = new Map(Object.entries(local).map(([language, list]) => [language, deck(random, list)]));

  const framed = () => {
    const { slug, phrase } = nextSkill();
    const trade = next('trades');
    const named = {
      skill: phrase,
      trade,
      'a trade': withArticle(trade),
      event: next('events'),
      thing: next('things'),
      teacher: next('teachers'),
    };
    return { skill: slug, text: fill(random, nextFrame(), named) };
  };

  /** The line about one of these topics that was said least so far; null when all have been said enough. */
  const topicLine = (topics: readonly string[]): string | null => {
    const least = topics
      .flatMap((topic) => interests[topic] ?? [])
      .map((template) => ({ template, times: said.get(template) ?? 0 }))
      .sort((a, b) => a.times - b.times)[0];
    if (!least || least.times >= MOST_OFTEN) return null;
    said.set(least.template, least.times + 1);
    return fill(random, least.template);
  };

  return {
    headline: () => {
      if (random.chance(0.5)) return framed();
      const { skill, template } = nextHeadline();
      return { skill, text: fill(random, template) };
    },
    local: (language) => {
      const made = localDecks.get(language)?.();
      return made ? { skill: made.skill, headline: fill(random, made.headline), bio: fill(random, made.bio) } : null;
    },
    bio: (topics) => {
      const parts = [
        topicLine(topics),
        fill(random, next('lives')),
        random.chance(0.7) ? fill(random, next('offers')) : null,
      ];
      const order = random.chance(0.25) ? [parts[1], parts[0], parts[2]] : parts;
      const [first, ...rest] = order.filter((part) => part !== null);
      return [first, rest.join(' ')].filter(Boolean).join(random.chance(0.15) ? '\n\n' : ' ');
    },
    need: () => random.pick(closing.needs),
    identity: () => random.pick(closing.identities),
    title: (leads) => random.pick(leads ? closing.titles.leads : closing.titles.members),
  };
}
