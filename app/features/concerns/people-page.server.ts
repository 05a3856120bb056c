import { sql } from 'drizzle-orm';
import { mustBe } from '~/auth/must-be';
import type { SignedIn } from '~/auth/viewer';
import { DomainError } from '~/lib/errors';
import { parseForm, takeForm } from '~/lib/forms';
import { maskAddress } from '~/lib/mail/mask';
import { m } from '~/lib/paraglide/messages.js';
import { command } from '~/sharing/command.server';
import { contactForm, outsideForm, ownForm } from './concerns.schema';
import { agreeToHear, askToHear, removeContact, stewards } from './contacts.server';
import { namesFor } from './names.server';
import { nameOutside, removeOutside } from './outside.server';

export interface ContactLine {
  id: string;
  /** Null for who shares no name with stewards. */
  name: string | null;
  state: 'takes' | 'asked' | 'free';
  isMe: boolean;
}

export interface OutsideLine extends Record<string, unknown> {
  name: string;
  /** Masked. */
  address: string;
  agreed: boolean;
}

export interface PeoplePage {
  people: ContactLine[];
  outside: OutsideLine[];
}

/** Every steward and whether they take concerns, and whoever was named outside. @throws DomainError `not_found` */
export async function peoplePage(viewer: SignedIn): Promise<PeoplePage> {
  mustBe(viewer, 'steward');
  const { rows, outside } = await command(async ({ db }) => ({
    rows: await db.execute<{ id: string; state: ContactLine['state'] }>(sql`
      select s.person_id as id, case when c.agreed_at is not null then 'takes' when c.person_id is not null then 'asked'
        else 'free' end as state
      from ${stewards} s left join core.concern_contacts c on c.person_id = s.person_id order by s.person_id`),
    outside: await db.execute<{ name: string; email: string; agreed: boolean }>(sql`
      select name, email, agreed_at is not null as agreed from core.concern_outside order by agreed_at nulls last`),
  }));
  const names = await namesFor(
    viewer,
    rows.map(({ id }) => id),
  );
  return {
    people: rows
      .map(({ id, state }) => ({ id, state, name: names.get(id)?.name ?? null, isMe: id === viewer.personId }))
      .sort((a, b) => (a.name ?? '\uffff').localeCompare(b.name ?? '\uffff')),
    outside: outside.map(({ name, email, agreed }) => ({ name, address: maskAddress(email), agreed })),
  };
}

export type PeopleSaid =
  | { kind: 'agreed' | 'asked' | 'removed' | 'named' | 'outside_removed' | 'gone' }
  | { kind: 'invalid'; wrong: ('name' | 'email')[]; name: string; email: string; locale: string };

/**
 * Does what a button of the page asks for.
 * @throws DomainError `not_found` for anyone but stewards, `invalid` for a form that is none of this page
 */
export async function submitPeople(viewer: SignedIn, form: FormData): Promise<PeopleSaid> {
  mustBe(viewer, 'steward');
  const intent = form.get('intent');
  if (intent === 'outside') return name(viewer, form);
  if (intent === 'agree' || intent === 'remove_outside') {
    takeForm(ownForm, form);
    if (intent === 'agree') return { kind: (await agreeToHear(viewer)) ? 'agreed' : 'gone' };
    return { kind: (await removeOutside(viewer)) ? 'outside_removed' : 'gone' };
  }
  const { intent: pressed, person } = takeForm(contactForm, form);
  if (pressed === 'ask') return { kind: (await askToHear(viewer, person)) ? 'asked' : 'gone' };
  return { kind: (await removeContact(viewer, person)) ? 'removed' : 'gone' };
}

async function name(viewer: SignedIn, form: FormData): Promise<PeopleSaid> {
  const read = parseForm(outsideForm, form);
  if (read.ok) {
    const { intent: _, ...input } = read.data;
    await nameOutside(viewer, input);
    return { kind: 'named' };
  }
  const wrong = (['name', 'email'] as const).filter((field) => read.errors[field]);
  if (wrong.length < Object.keys(read.errors).length) throw new DomainError('invalid', m.errors_form_unreadable());
  const text = (field: string) => String(form.get(field) ?? '').slice(0, 300);
  return { kind: 'invalid', wrong, name: text('name'), email: text('email'), locale: text('locale') };
}
