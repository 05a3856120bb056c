import { sql } from 'drizzle-orm';
import { asSelf } from '#db/self.server';
import type { SignedIn } from '~/auth/viewer';
import { namesAs, type PersonName } from '~/features/directory/names-as.server';
import type { Role } from '~/lib/standing';
import { command } from '~/sharing/command.server';
import { policyInForce } from '~/sharing/policies.server';
import { readAs } from '~/sharing/read.server';
import { daysNoted } from '~/sharing/retention';
import type { ContactField } from './contact-of.server';
import { VISITOR_KEY } from './open.server';

const MOST = 200;

/** Who opened something, as far as whoever asks may know. */
export type Opener =
  | ({ kind: 'person'; role: Role | null } & PersonName)
  | { kind: 'someone'; role: Role | null }
  | { kind: 'visitor' };

export interface LogEntry {
  id: string;
  at: string;
  field: ContactField;
  who: Opener;
  /** The group whose contact it is; null for the reader's own. */
  group: { slug: string; name: string } | null;
}

interface Row {
  id: string;
  at: Date;
  key: string;
  role: Role | null;
  field: ContactField;
  slug: string | null;
  name: string | null;
}

/**
 * Who opened the viewer's own contact, or that of a group they lead, for as long as the policy keeps it: by the name that the viewer's
 * own projection gives, and without one as a member; whoever has a duty by their role.
 */
export async function myContactLog(viewer: SignedIn, now = new Date()) {
  const days = daysNoted(await policyInForce(readAs(viewer)));
  const since = new Date(now.getTime() - days * 86_400_000);
  const rows = await asSelf(
    viewer.personId,
    (own) => own<Row[]>`
      select o.id, o.opened_at as at, o.opener_key as key, o.opener_role as role, o.category as field, g.slug, g.name
      from core.contact_openings o left join core.groups g on g.id = o.group_id
      where o.opened_at > ${since} order by o.opened_at desc, o.id limit ${MOST}`,
  );
  const people = await peopleOf(rows.map(({ key }) => key));
  const names = await namesAs(viewer, [...people.values()]);
  const whoIs = ({ key, role }: Row): Opener => {
    if (key === VISITOR_KEY) return { kind: 'visitor' };
    const person = names.get(people.get(key) ?? '');
    return person ? { kind: 'person', role, ...person } : { kind: 'someone', role };
  };
  const entries = rows.map(
    (row): LogEntry => ({
      id: row.id,
      at: row.at.toISOString(),
      field: row.field,
      who: whoIs(row),
      group: row.slug && row.name ? { slug: row.slug, name: row.name } : null,
    }),
  );
  return { days, entries, more: rows.length === MOST, exports: await exportsOf(viewer, since) };
}
export type ContactLog = Awaited<ReturnType<typeof myContactLog>>;

async function peopleOf(keys: readonly string[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const rows = await command(({ db }) =>
    db.execute<{ key: string; id: string }>(sql`
      select key::text, person_id as id from core.subject_keys
      where key::text in (select jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb))`),
  );
  return new Map(rows.map(({ key, id }) => [key, id]));
}

export interface ExportEntry extends Record<string, unknown> {
  at: string;
  /** Their own data, or, for someone who leads a group, the list of groups as those see it who run the hub. */
  what: 'own' | 'groups';
}

/** When the viewer's own data was taken away, and, for leads, the list of groups. */
const exportsOf = ({ personId }: SignedIn, since: Date): Promise<ExportEntry[]> =>
  command(async ({ db }) => [
    ...(await db.execute<ExportEntry>(sql`
      select to_json(a.at) #>> '{}' as at, a.detail ->> 'what' as what from core.audit a
      where a.action = 'data_exported' and a.at > ${since.toISOString()}::timestamptz
        and ((a.detail ->> 'what' = 'own' and a.actor_key = (select key::text from core.subject_keys where person_id = ${personId}))
          or (a.detail ->> 'what' = 'groups' and exists (select from core.positions p where p.person_id = ${personId} and p.leads)))
      order by a.seq desc limit ${MOST}`)),
  ]);
