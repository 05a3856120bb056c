import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { objections as rows } from '#db/schema/rights';
import { asSelf } from '#db/self.server';
import { mayWiden } from '~/auth/may-widen.server';
import type { SignedIn } from '~/auth/viewer';
import { formList, takeForm } from '~/lib/forms';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { command } from '~/sharing/command.server';
import type { CompiledPolicy } from '~/sharing/compile-policy.server';
import { isObjectable, OBJECTABLE, type Objectable } from '~/sharing/objections';
import { noPolicyYet, readPolicyInForce } from '~/sharing/policies.server';
import { readAs } from '~/sharing/read.server';
import { said } from './catalogue.server';
import { purposeLabel } from './terms.server';
import { categoryLabel } from './wording.server';

export interface MyObjection {
  purpose: Objectable;
  label: string;
  /** What stops, in a sentence. */
  stops: string;
  /** Labels of what nobody sees any more, because it is kept for this purpose alone. */
  hides: string[];
  objected: boolean;
}

const ofPeople = ({ categories }: CompiledPolicy) =>
  categories.filter(({ subject }) => subject === 'person' || subject === 'account');

/** Purposes that this policy uses something of a person for, and that one may say no to. */
export const offeredPurposes = (policy: CompiledPolicy): Objectable[] =>
  OBJECTABLE.filter((purpose) => ofPeople(policy).some(({ purposes }) => purposes.includes(purpose)));

/** The purposes of the policy in force, and to which of them the viewer objects. */
export async function myObjections(viewer: SignedIn, locale: Locale): Promise<MyObjection[]> {
  const policy = await readPolicyInForce(readAs(viewer));
  if (!policy) throw noPolicyYet();
  const objected = await asSelf(
    viewer.personId,
    (self) => self<{ purpose: string }[]>`select purpose from core.objections`,
  );
  return offeredPurposes(policy).map((purpose) => ({
    purpose,
    label: said(`rights_purpose_${purpose}`, locale, { purpose: purposeLabel(purpose, locale) }),
    stops: said(`rights_stops_${purpose}`, locale),
    hides: ofPeople(policy)
      .filter(
        ({ subject, ceiling, purposes }) => subject === 'person' && ceiling !== 'self' && purposes.join() === purpose,
      )
      .map((category) => categoryLabel(category, locale)),
    objected: objected.some((each) => each.purpose === purpose),
  }));
}

const form = z.object({ objects: formList(z.enum(OBJECTABLE), { max: OBJECTABLE.length }) });

/**
 * Keeps which purposes the viewer objects to: what stops, stops with it. Taking an objection back lets others see more,
 * and is done by whoever showed a short while ago that it is they; `prove` says that nothing was kept.
 * @throws DomainError `invalid` for a form that is none of the page
 */
export async function saveObjections(viewer: SignedIn, sent: FormData): Promise<'saved' | 'prove'> {
  const wanted = new Set<Objectable>(takeForm(form, sent).objects);
  const proved = await mayWiden(viewer);
  return command(async (unit) => {
    await unit.db.execute(sql`select from core.people where id = ${viewer.personId} for no key update`);
    const before = await unit.db.execute<{ purpose: string }>(
      sql`select purpose from core.objections where person_id = ${viewer.personId}`,
    );
    // One that this policy does not offer any more stands until it is taken back.
    const offered = offeredPurposes(unit.policy);
    const gone = before
      .map(({ purpose }) => purpose)
      .filter((each) => isObjectable(each) && offered.includes(each) && !wanted.has(each));
    if (gone.length > 0 && !proved) return 'prove';
    for (const purpose of gone)
      await unit.db.execute(
        sql`delete from core.objections where person_id = ${viewer.personId} and purpose = ${purpose}`,
      );
    for (const purpose of wanted)
      await unit.db.insert(rows).values({ personId: viewer.personId, purpose }).onConflictDoNothing();
    unit.personChanged(viewer.personId);
    return 'saved';
  });
}
