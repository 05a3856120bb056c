import { and, eq } from 'drizzle-orm';
import { sharingGrants } from '#db/schema/sharing';
import { audienceOf, type SignedIn } from '~/auth/viewer';
import type { FormValues } from '~/lib/forms';
import type { Unit } from '~/sharing/command.server';
import { effectiveForGroup, isShown } from '~/sharing/effective';
import { readAs } from '~/sharing/read.server';
import type { GroupValues } from './groups.schema';

type ContactField = 'email' | 'streetAddress';
const IN_REGISTRY: Record<ContactField, string> = { email: 'email', streetAddress: 'street_address' };

/** The contact fields of a group that an editor may see, with what they hold; one that is not shared is absent. */
export type Contact = Partial<Pick<GroupValues, ContactField>>;

/** Contact fields of a group that the group shares with the viewer's audience, filled or not. */
export async function sharedContactFields(viewer: SignedIn, { db, policy }: Unit, id: string): Promise<ContactField[]> {
  const rows = await db
    .select({ category: sharingGrants.category, audience: sharingGrants.audience })
    .from(sharingGrants)
    .where(and(eq(sharingGrants.subject, 'group'), eq(sharingGrants.subjectId, id)));
  const grants = new Map(rows.map(({ category, audience }) => [category, audience]));
  return (Object.keys(IN_REGISTRY) as ContactField[]).filter((field) =>
    isShown(effectiveForGroup(policy.categoryOf('group', IN_REGISTRY[field]), grants), audienceOf(viewer)),
  );
}

/** What the viewer's own projection holds of those fields. */
export async function readContact(viewer: SignedIn, id: string, fields: readonly ContactField[]): Promise<Contact> {
  const [row] = await readAs(viewer)<Required<Contact>[]>`
    select email, street_address as "streetAddress" from groups where group_id = ${id}`;
  return row ? Object.fromEntries(fields.map((field) => [field, row[field]])) : {};
}

/** A form's values without the contact fields its writer may not see. */
export const withoutHidden = (values: FormValues, contact: Contact): FormValues =>
  Object.fromEntries(Object.entries(values).filter(([field]) => !(field in IN_REGISTRY) || field in contact));

/** The contact to store: what stands there for every field the form did not have. */
export function contactToStore(
  written: Required<Contact>,
  { values, contact, stored }: { values: FormValues; contact: Contact; stored: Required<Contact> },
): Required<Contact> {
  const keeps = (field: ContactField) => !(field in contact) || !(field in values);
  return {
    email: keeps('email') ? stored.email : written.email,
    streetAddress: keeps('streetAddress') ? stored.streetAddress : written.streetAddress,
  };
}
