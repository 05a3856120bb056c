import { sql } from 'drizzle-orm';
import type { Localised } from '#db/schema/network';
import { mustBe } from '~/auth/must-be';
import type { SignedIn } from '~/auth/viewer';
import { env } from '~/lib/env.server';
import { notFound } from '~/lib/errors';
import { renderLetter } from '~/lib/mail/render.server';
import { command } from '~/sharing/command.server';
import { readAs } from '~/sharing/read.server';
import { importedList } from '../imported-list.server';
import { invitationLetter } from '../invitation-mail.server';

export interface BatchLine {
  id: string;
  /** ISO dates and times. */
  created: string;
  sent: string | null;
  stopped: string | null;
  perHour: number;
  size: number;
  waiting: number;
}

const COLUMNS = sql`b.id, to_json(b.created_at) #>> '{}' as created, to_json(b.sent_at) #>> '{}' as sent,
  to_json(b.stopped_at) #>> '{}' as stopped, b.per_hour as "perHour",
  coalesce(b.size, (select count(*)::int from core.invitation_batch_people x where x.batch_id = b.id)) as size,
  (select count(*)::int from core.invitations v join core.outbox o
    on o.template = 'invitation' and o.about ->> 'invitation' = v.id::text and o.state = 'waiting'
    where v.batch_id = b.id) as waiting`;

/** The batches of the last months, newest first, for stewards. Who answered what is no part of it. */
export function listBatches(viewer: SignedIn): Promise<BatchLine[]> {
  mustBe(viewer, 'steward');
  return command(async ({ db }) => [
    ...(await db.execute<BatchLine & Record<string, unknown>>(sql`
      select ${COLUMNS} from core.invitation_batches b order by b.created_at desc, b.id limit 50`)),
  ]);
}

/** Whom a search finds that was not invited yet, for choosing among them. */
export async function choosable(viewer: SignedIn, q: string) {
  const { people, total } = await importedList(viewer, { q, state: 'not_invited', after: '' });
  return { q, total, people: people.map(({ personId, name, source }) => ({ personId, name, source })) };
}

interface Draft extends BatchLine, Record<string, unknown> {
  words: Localised;
}

/**
 * A batch with the very mail of it in both languages, and where the addresses come from.
 * @throws DomainError `not_found` for anyone but stewards, and for what is no batch
 */
export async function batchPage(viewer: SignedIn, id: string) {
  mustBe(viewer, 'steward');
  const { batch, sources, first } = await command(async ({ db }) => {
    const [batch] = await db.execute<Draft>(
      sql`select ${COLUMNS}, b.words from core.invitation_batches b where b.id::text = ${id}`,
    );
    if (!batch) throw notFound();
    const who = sql`(select person_id from core.invitation_batch_people where batch_id = ${batch.id}
      union select person_id from core.invitations where batch_id = ${batch.id})`;
    const sources = await db.execute<{ source: string; count: number }>(sql`
      select source, count(*)::int as count from core.imported_people where person_id in ${who} group by 1 order by 2 desc, 1 limit 50`);
    const [first] = await db.execute<{ id: string }>(sql`select person_id as id from ${who} w order by 1 limit 1`);
    return { batch, sources: [...sources], first: first?.id ?? null };
  });
  const { words, ...line } = batch;
  const [named] = await readAs(viewer)<{ name: string }[]>`select name from people where person_id = ${first}`;
  const letters = await Promise.all(
    (['en', 'es'] as const).map(async (locale) => {
      const letter = {
        name: named?.name ?? '…',
        email: '',
        source: sources[0]?.source ?? '…',
        locale,
        words,
        again: false,
      };
      const mail = await invitationLetter({
        ...letter,
        link: `${env().origin}/invitation/…`,
        until: new Date(Date.now() + 7 * 86_400_000),
      });
      const { subject, text } = await renderLetter(mail);
      return { locale, subject, text };
    }),
  );
  return { ...line, sources, letters };
}
export type BatchPage = Awaited<ReturnType<typeof batchPage>>;

/** Everyone whom a search finds and who was not invited yet. */
export async function allFound(viewer: SignedIn, q: string): Promise<string[]> {
  const found: string[] = [];
  for (let after: string | null = ''; after !== null && found.length < 2000; ) {
    const { people, next } = await importedList(viewer, { q, state: 'not_invited', after });
    found.push(...people.map(({ personId }) => personId));
    after = next;
  }
  return found;
}
