import type { Viewer } from '~/auth/viewer';
import { notFound } from '~/lib/errors';
import { policyInForce } from '~/sharing/policies.server';
import { readAs } from '~/sharing/read.server';
import { daysNoted } from '~/sharing/retention';

/** Fields of the registry that are told only to whoever opens them. */
export const CONTACT_FIELDS = [
  'person.email',
  'person.phone',
  'person.contact_handle',
  'group.email',
  'group.street_address',
] as const;
export type ContactField = (typeof CONTACT_FIELDS)[number];

export type ContactSubject = { kind: 'person'; handle: string } | { kind: 'group'; slug: string };

/** What this viewer could open, with the values: for the module that notes the opening before it hands them out. */
export interface ContactOf {
  id: string;
  name: string;
  isMe: boolean;
  values: Partial<Record<ContactField, string>>;
}

type Row = { id: string; name: string } & Record<string, string | null>;

/**
 * Contact as the viewer's own projection holds it.
 * @throws DomainError `not_found`, the same for someone who is not shared with this viewer and for someone who is not there
 */
export async function contactOf(viewer: Viewer, subject: ContactSubject): Promise<ContactOf> {
  const sql = readAs(viewer);
  const [row] =
    subject.kind === 'person'
      ? await sql<Row[]>`
          select person_id as id, name, contact_email as "person.email", contact_phone as "person.phone",
            contact_handle as "person.contact_handle" from people where handle = ${subject.handle}`
      : await sql<Row[]>`
          select group_id as id, name, email as "group.email", street_address as "group.street_address"
          from groups where slug = ${subject.slug}`;
  if (!row) throw notFound();
  const filled = CONTACT_FIELDS.flatMap((field) => (row[field] ? [[field, row[field]] as const] : []));
  return {
    id: row.id,
    name: row.name,
    isMe: viewer.kind === 'person' && viewer.personId === row.id,
    values: Object.fromEntries(filled),
  };
}

/** What the page before the button says: whose contact it is, and which of it there is, and for how many days it is noted; no value. */
export async function contactOffer(viewer: Viewer, subject: ContactSubject) {
  const { name, isMe, values } = await contactOf(viewer, subject);
  const days = daysNoted(await policyInForce(readAs(viewer)));
  return { kind: subject.kind, name, isMe, days, fields: Object.keys(values) as ContactField[] };
}
export type ContactOffer = Awaited<ReturnType<typeof contactOffer>>;
