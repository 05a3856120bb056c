import { and, eq, isNull, sql } from 'drizzle-orm';
import { interests, type Labels, skills, topicProposals } from '#db/schema/vocabularies';
import { mustBe } from '~/auth/must-be';
import type { SignedIn } from '~/auth/viewer';
import { DomainError, notFound } from '~/lib/errors';
import { m } from '~/lib/paraglide/messages.js';
import { slugify } from '~/lib/slug';
import { fold } from '~/lib/text';
import type { Unit } from '~/sharing/command.server';

export type Kind = 'interest' | 'skill';

const TABLES = { interest: interests, skill: skills };

/** Whoever has a term is shown with it: after a change they are written anew. */
async function touchHolders({ db, ...unit }: Unit, kind: Kind, id: number): Promise<void> {
  const people = await db.execute<{ id: string }>(
    kind === 'interest'
      ? sql`select person_id as id from core.person_interests where interest_id = ${id}`
      : sql`select distinct person_id as id from core.person_skills where skill_id = ${id}`,
  );
  for (const person of people) unit.personChanged(person.id);
  if (kind === 'skill') return;
  const groups = await db.execute<{ id: string }>(
    sql`select group_id as id from core.group_interests where interest_id = ${id}`,
  );
  for (const group of groups) unit.groupChanged(group.id);
}

/** A term in use, locked until the transaction ends. @throws DomainError `not_found` */
async function termOf(actor: SignedIn, { db }: Unit, kind: Kind, id: number) {
  mustBe(actor, 'operator');
  const table = TABLES[kind];
  const [term] = await db
    .select()
    .from(table)
    .where(and(eq(table.id, id), isNull(table.mergedInto)))
    .for('update');
  if (!term) throw notFound();
  return term;
}

/** The term of this name in any language, in use rather than merged into another; or undefined. */
async function namedLike({ db }: Unit, kind: Kind, labels: Labels) {
  const table = TABLES[kind];
  const wanted = new Set(Object.values(labels).map((label) => fold(label ?? '')));
  const all = await db.select().from(table).orderBy(sql`${table.mergedInto} is not null`, table.id);
  return all.find((term) => Object.values(term.labels).some((label) => wanted.has(fold(label ?? ''))));
}

/** The term in use of this name in any language, or undefined. */
async function sameName(unit: Unit, kind: Kind, labels: Labels) {
  const term = await namedLike(unit, kind, labels);
  return term?.mergedInto === null ? term : undefined;
}

/** Adds a term to a vocabulary. @throws DomainError `conflict` if there is one of that name */
export async function addTerm(actor: SignedIn, unit: Unit, kind: Kind, labels: Labels): Promise<number> {
  mustBe(actor, 'operator');
  if (await sameName(unit, kind, labels)) throw new DomainError('conflict', m.vocab_error_known());
  const wanted = slugify(labels.en, 'topic');
  const [row] = await unit.db.execute<{ slug: string }>(sql`
    select ${wanted} || case when n = 1 then '' else '-' || n end as slug from generate_series(1, 1000) n
    where not exists (select from ref.${sql.identifier(`${kind}s`)} t where t.slug = ${wanted} || case when n = 1 then '' else '-' || n end)
    order by n limit 1`);
  const [made] = await unit.db
    .insert(TABLES[kind])
    .values({ slug: row?.slug ?? wanted, labels })
    .returning({ id: interests.id });
  if (!made) throw new Error('The term was not written.');
  return made.id;
}

/** Calls a term something else; everyone who has it is found by the new words. @throws DomainError `conflict` */
export async function renameTerm(actor: SignedIn, unit: Unit, kind: Kind, id: number, labels: Labels): Promise<void> {
  await termOf(actor, unit, kind, id);
  const other = await sameName(unit, kind, labels);
  if (other && other.id !== id) throw new DomainError('conflict', m.vocab_error_known());
  await unit.db.update(TABLES[kind]).set({ labels }).where(eq(TABLES[kind].id, id));
  await touchHolders(unit, kind, id);
}

/** Stops or begins again to offer a term; whoever has it keeps it. */
export async function retireTerm(actor: SignedIn, unit: Unit, kind: Kind, id: number, retired: boolean): Promise<void> {
  await termOf(actor, unit, kind, id);
  await unit.db.update(TABLES[kind]).set({ retired }).where(eq(TABLES[kind].id, id));
}

/** Gives everyone who has one term another in its place. */
export async function mergeTerms(actor: SignedIn, unit: Unit, kind: Kind, from: number, into: number): Promise<void> {
  if (from === into) throw new DomainError('invalid', m.vocab_error_itself());
  await termOf(actor, unit, kind, from);
  await termOf(actor, unit, kind, into);
  await touchHolders(unit, kind, from);
  const { db } = unit;
  if (kind === 'interest') {
    for (const [table, key] of [
      [sql`core.person_interests`, sql`person_id`],
      [sql`core.group_interests`, sql`group_id`],
    ] as const) {
      await db.execute(sql`insert into ${table} (${key}, interest_id)
        select ${key}, ${into} from ${table} where interest_id = ${from} on conflict do nothing`);
      await db.execute(sql`delete from ${table} where interest_id = ${from}`);
    }
  } else {
    await db.execute(sql`insert into core.person_skills (person_id, skill_id, wants_to_learn)
      select person_id, ${into}, wants_to_learn from core.person_skills where skill_id = ${from} on conflict do nothing`);
    await db.execute(sql`delete from core.person_skills where skill_id = ${from}`);
  }
  const table = TABLES[kind];
  await db.update(table).set({ mergedInto: into }).where(sql`${table.id} = ${from} or ${table.mergedInto} = ${from}`);
}

/** Takes a word that imports brought into the vocabulary, for the groups it came with. */
export async function acceptProposal(actor: SignedIn, unit: Unit, folded: string): Promise<void> {
  mustBe(actor, 'operator');
  const ofWord = and(eq(topicProposals.kind, 'interest'), eq(topicProposals.folded, folded));
  const [first] = await unit.db.select().from(topicProposals).where(ofWord).orderBy(topicProposals.createdAt).limit(1);
  if (!first) throw notFound();
  const labels = { en: first.label };
  const known = await namedLike(unit, 'interest', labels);
  const id = known ? (known.mergedInto ?? known.id) : await addTerm(actor, unit, 'interest', labels);
  await unit.db.execute(sql`
    insert into core.group_interests (group_id, interest_id)
    select distinct g.id, ${id}::int from core.topic_proposals p join core.groups g on g.id = p.group_id
    where p.kind = 'interest' and p.folded = ${folded} on conflict do nothing`);
  await unit.db.delete(topicProposals).where(ofWord);
  await touchHolders(unit, 'interest', id);
}

/** Lets a word that imports brought go. */
export async function declineProposal(actor: SignedIn, unit: Unit, folded: string): Promise<void> {
  mustBe(actor, 'operator');
  await unit.db
    .delete(topicProposals)
    .where(and(eq(topicProposals.kind, 'interest'), eq(topicProposals.folded, folded)));
}
