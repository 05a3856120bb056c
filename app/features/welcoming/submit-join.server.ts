import { VISITOR } from '~/auth/viewer';
import { valuesOf } from '~/features/directory/edit-form';
import { errorSentences } from '~/lib/error-sentences';
import { type FormValues, parseForm } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import { groupForm, personForm } from './apply.schema';
import { type ApplicationWish, apply } from './apply.server';
import { groupOfSameName, type Namesake } from './same-name.server';

/** What the join page says to a form; nothing that was typed is lost. It never tells whether an address is known. */
export type JoinOutcome =
  | { kind: 'asked' | 'wrong_code'; email: string }
  | { kind: 'invalid'; errors: Record<string, string>; values: FormValues }
  | { kind: 'namesake'; group: Namesake; values: FormValues }
  | { kind: 'limited'; seconds: number; values: FormValues };

export const JOIN_STATUS = { asked: 200, wrong_code: 400, invalid: 400, namesake: 409, limited: 429 } as const;

/** What the fields are called. */
export const joinLabels = () => ({
  name: m.join_name(),
  email: m.join_email(),
  groupName: m.join_group_name(),
  groupAbout: m.join_group_about(),
  groupWebsite: m.join_group_website(),
  why: m.join_why(),
  toldBy: m.join_told_by(),
});

type Asking = Pick<ApplicationWish, 'locale' | 'clientAddress' | 'browserHash'>;

/** Takes the form of the join page from anybody. */
export async function submitJoin(form: FormData, asking: () => Asking): Promise<JoinOutcome> {
  const values = valuesOf(form);
  const read = form.get('kind') === 'group' ? parseForm(groupForm, form) : parseForm(personForm, form);
  if (!read.ok) return { kind: 'invalid', errors: errorSentences(read.errors, joinLabels()), values };
  const { intent: _, ...typed } = {
    groupName: null,
    groupAbout: null,
    groupWebsite: null,
    another: false,
    ...read.data,
  };
  const { another, ...application } = typed;
  const namesake = application.groupName && !another ? await groupOfSameName(VISITOR, application.groupName) : null;
  if (namesake) return { kind: 'namesake', group: namesake, values };
  const seconds = await apply({ ...application, ...asking() });
  return seconds > 0 ? { kind: 'limited', seconds, values } : { kind: 'asked', email: application.email };
}
