import { audienceOf, type SignedIn } from '~/auth/viewer';
import type { FormValues } from '~/lib/forms';
import type { Unit } from '~/sharing/command.server';
import { readAs } from '~/sharing/read.server';
import type { GroupValues } from './groups.schema';
import { sharedColumns } from './shared-columns.server';

const CONTACT = ['email', 'streetAddress'] as const;
type ContactField = (typeof CONTACT)[number];

/** The contact fields of a group that an editor may see, with what they hold; one that is not shared is absent. */
export type Contact = Partial<Pick<GroupValues, ContactField>>;

/** Contact fields of a group that the group shares with the viewer's audience, filled or not. */
export async function sharedContactFields(viewer: SignedIn, unit: Unit, id: string): Promise<ContactField[]> {
  const shared = (await sharedColumns(unit, audienceOf(viewer), [id]))(id);
  return CONTACT.filter((field) => shared.has(field));
}

/** What the viewer's own projection holds of those fields. */
export async function readContact(viewer: SignedIn, id: string, fields: readonly ContactField[]): Promise<Contact> {
  const [row] = await readAs(viewer)<Required<Contact>[]>`
    select email, street_address as "streetAddress" from groups where group_id = ${id}`;
  return row ? Object.fromEntries(fields.map((field) => [field, row[field]])) : {};
}

/** A form's values without the contact fields its writer may not see. */
export const withoutHidden = (values: FormValues, contact: Contact): FormValues =>
  Object.fromEntries(
    Object.entries(values).filter(([field]) => !CONTACT.some((each) => each === field) || field in contact),
  );

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
