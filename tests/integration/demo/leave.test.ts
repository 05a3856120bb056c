import postgres from 'postgres';
import { beforeAll, describe, expect, it } from 'vitest';
import { grantRole } from '~/auth/roles.server';
import { createConsoleLink, tokenState } from '~/auth/sign-in-tokens.server';
import { VISITOR } from '~/auth/viewer';
import { isEmptyHub, readNetwork } from '~/features/directory/network.server';
import { enqueue } from '~/lib/mail/outbox.server';
import { command } from '~/sharing/command.server';
import { rebuildProjections, verifyProjections } from '~/sharing/verify.server';
import { writerSql } from '../../../db/writer.server';
import { loadDemo } from '../../../scripts/demo/load';
import { COMMANDS } from '../../../scripts/hub/commands';
import { join, makeGroup, makePerson, SYSTEM } from '../../factories/people';
import { useHub } from '../../setup/hub';

const hub = useHub();

async function leave(...args: string[]): Promise<string[]> {
  const lines: string[] = [];
  await COMMANDS['leave-demo']?.run(args, (line) => lines.push(line));
  return lines;
}

/** Where a text stands in any table of the hub's own schemas. */
async function tablesWith(text: string): Promise<string[]> {
  const sql = writerSql();
  const tables = await sql<{ name: string }[]>`
    select table_schema || '.' || table_name as name from information_schema.tables
    where table_schema = 'core' or table_schema like 'proj_%' or (table_schema = 'ref' and table_name in ('network', 'interests', 'skills'))`;
  const found = await Promise.all(
    tables.map(async ({ name }) =>
      (await sql`select from ${sql.unsafe(name)} t where strpos(t::text, ${text}) > 0 limit 1`).length > 0
        ? [name]
        : [],
    ),
  );
  return found.flat();
}

const real = { id: '', handle: '', group: '' };
const traces: string[] = [];
let link = '';
let before: string[] = [];

beforeAll(async () => {
  await loadDemo(() => undefined);
  // As it is a minute after any start: what the planner knows by then once made leaving take minutes.
  const owner = postgres(hub.database().urls.owner, { max: 1 });
  await owner`analyze`;
  await owner.end();
  const sql = writerSql();
  const [someone] = await sql<{ id: string; handle: string; email: string; account: string }[]>`
    select p.id, p.handle, a.email, a.id as account from core.people p join core.accounts a on a.person_id = p.id where a.email = 'lead@example.org'`;
  const [group] = await sql<{ id: string; slug: string }[]>`
    select g.id, g.slug from core.groups g join core.positions p on p.group_id = g.id where p.person_id = ${someone?.id ?? ''}`;
  if (!someone || !group) throw new Error('The demo has no lead.');
  const person = await makePerson(
    { name: 'Real Rhoda' },
    { 'person.name': 'public', 'person.position': 'public' },
    { email: 'rhoda@real.example' },
  );
  await join(person.id, group.id, { title: 'Guest' });
  const own = await makeGroup({ name: 'Real Group' }, {}, { 'group.profile': 'public' });
  await join(someone.id, own.id, { leads: true });
  await sql`update core.sharing_grants set given_by = ${someone.id} where subject_id = ${own.id}`;
  Object.assign(real, { id: person.id, handle: person.handle, group: own.slug });
  link = (await createConsoleLink(someone.account)).split('/').pop() ?? '';
  await sql`insert into core.topic_proposals (kind, label, folded, group_id) values ('interest', 'Demo', 'demo', ${group.id})`;
  await command((unit) => enqueue(unit.db, 'some', { group: group.id, account: someone.account }));
  const [run] = await sql<{ id: string }[]>`select id from core.import_runs`;
  const [batch] = await sql<{ id: string }[]>`select id from core.invitation_batches`;
  traces.push(batch?.id ?? '-', run?.id ?? '-', 'spring-gathering', 'Sign-up list of the spring gathering');
  traces.push(someone.id, someone.handle, someone.email, someone.account, group.id, group.slug, '@example.org');
});

describe('leaving the demo', () => {
  it('tells what goes and what stays, and does nothing before it is told to', async () => {
    const [goes, stays] = await demoLines();
    expect(goes).toBe("Goes: the demo's 400 people and 66 groups, with their accounts, sign-in links and mail.");
    expect(stays).toMatch(
      /^Stays: 1 person and 1 group who are real, 97 words of the vocabularies, .* 0 imports, .*Two Rivers Network\.$/,
    );
    expect((await writerSql()`select from core.people where demo`).length).toBe(400);
  });

  it('removes every trace of its people and groups, and says what to do next', async () => {
    before = await leave('--yes');
    expect(before.slice(2)).toEqual([
      'The demo network is gone.',
      'The network still has the name of the demo: an operator changes it at /operate/network.',
      'This hub has no steward now. Next: npm run hub -- set-up EMAIL',
    ]);
    for (const trace of traces) expect([trace, await tablesWith(trace)]).toEqual([trace, []]);
    expect((await writerSql()`select from core.contact_openings`).length).toBe(0);
    expect(await verifyProjections()).toEqual([]);
  });

  it('lets no link of its people in', async () => expect(await tokenState(link, null)).toBe('unknown'));

  it('keeps who and what is real, shown as before but for the group that is gone', async () => {
    const sql = writerSql();
    expect((await sql`select handle from proj_public.people`).map((row) => row.handle)).toEqual([real.handle]);
    expect((await sql`select slug from proj_public.groups`).map((row) => row.slug)).toEqual([real.group]);
    expect((await sql`select from proj_public.positions`).length).toBe(0);
    expect((await sql`select given_by from core.sharing_grants where subject = 'group'`)[0]?.given_by).toBeNull();
  });

  it('is no demo any more, and no start loads it again', async () => {
    expect((await readNetwork(VISITOR, 'en')).demo).toBe(false);
    expect(await isEmptyHub()).toBe(false);
    expect(await leave('--yes')).toEqual(['There is no demo network here.']);
  });
});

describe('leaving a demo that nobody joined', () => {
  it('leaves a hub that waits to be set up, and keeps the words', async () => {
    const sql = writerSql();
    await sql`delete from core.people`;
    await sql`delete from core.groups`;
    await rebuildProjections();
    await sql`update ref.network set demo = true`;
    await makePerson({}, {}, { demo: true });
    const said = await leave('--yes');
    expect(said.slice(2)).toEqual([
      'The demo network is gone.',
      'This hub has no steward now. Next: npm run hub -- set-up EMAIL',
    ]);
    expect(await readNetwork(VISITOR, 'en')).toMatchObject({ name: 'Commonweave', purpose: '', demo: false });
    expect(await isEmptyHub()).toBe(false);
    expect((await sql`select from ref.interests`).length).toBe(44);
    const { id, accountId } = await makePerson({}, {}, { email: 'new@real.example' });
    expect(await grantRole(SYSTEM, { personId: id, accountId: accountId ?? '' }, 'steward')).toBe(true);
  });
});

async function demoLines(): Promise<string[]> {
  const lines: string[] = [];
  await COMMANDS['leave-demo']?.run([], (line) => lines.push(line)).catch((error: Error) => lines.push(error.message));
  expect(lines.at(-1)).toBe('To do it without being asked, add --yes.');
  return lines;
}
