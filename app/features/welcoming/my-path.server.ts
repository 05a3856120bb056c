import { micromark } from 'micromark';
import { asSelf } from '#db/self.server';
import type { SignedIn } from '~/auth/viewer';
import { inLanguage } from '~/lib/localised';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { myFacts } from './my-facts.server';
import { doneOf, STARTER_STEPS, STEP_LINKS } from './steps';
import { readJoining } from './stored.server';

/** The viewer's own welcome path: its steps with what is done, from their own rows. */
export async function myPath(viewer: SignedIn, locale: Locale) {
  const [{ steps, welcome }, facts] = await Promise.all([readJoining(viewer), myFacts(viewer)]);
  const shown = (steps ?? STARTER_STEPS).filter(({ on }) => on);
  const list = shown.map((step) => {
    const label = inLanguage(step.label, locale);
    const text = inLanguage(step.text, locale);
    return {
      id: step.id,
      kind: step.kind,
      label: label.text,
      language: label.language,
      html: micromark(text.text),
      textLanguage: text.language,
      link: step.kind === 'own' ? step.link : STEP_LINKS[step.kind],
      ...doneOf(step, facts),
    };
  });
  return {
    steps: list,
    done: list.filter((step) => step.done).length,
    putAway: facts.putAway,
    /** Whether it is theirs to walk: somebody who was here before there was a path only looks at it. */
    begun: facts.begun || viewer.standing === 'newcomer',
    welcome,
    newcomer: viewer.standing === 'newcomer' ? await myWelcome(viewer) : null,
  };
}
export type MyPath = Awaited<ReturnType<typeof myPath>>;

/** How the viewer's own welcome stands. Who welcomes them says so in their own words. */
async function myWelcome(viewer: SignedIn) {
  const [row] = await asSelf(
    viewer.personId,
    (sql) => sql<
      {
        state: 'waiting' | 'not_now';
        note: string | null;
        meeting: string | null;
        given: boolean;
        group: string | null;
      }[]
    >`
      select state, note, meeting, weaver_id is not null as given, group_name as "group" from core.newcomers`,
  );
  return row ?? { state: 'waiting' as const, note: null, meeting: null, given: false, group: null };
}

/** The same for the viewer's first page: null once every step is done or it was put away. */
export async function pathAtHome(viewer: SignedIn, locale: Locale) {
  const { steps, done, putAway, begun } = await myPath(viewer, locale);
  if (!begun || putAway || done === steps.length) return null;
  return { done, total: steps.length, next: steps.find((step) => !step.done)?.label ?? '' };
}
export type PathAtHome = Awaited<ReturnType<typeof pathAtHome>>;
