import { m } from '~/lib/paraglide/messages.js';
import type { ContactField } from './contact-of.server';

const WORDS: Record<ContactField, () => string> = {
  'person.email': m.contact_field_email,
  'person.phone': m.contact_field_phone,
  'person.contact_handle': m.contact_field_handle,
  'group.email': m.contact_field_group_email,
  'group.street_address': m.contact_field_street,
};

/** What a field of somebody's contact is called. */
export const fieldWord = (field: ContactField): string => WORDS[field]();
