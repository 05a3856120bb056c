import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writerSql } from '#db/writer.server';
import { MY_ACCESS } from '~/auth/my-access.server';
import { VISITOR } from '~/auth/viewer';
import { publishedNumbers } from '~/features/directory/published-numbers.server';
import { DEEDS } from '~/features/privacy/my-data/deeds.server';
import { LEFT_OUT_OF_MY_DATA } from '~/features/privacy/my-data/left-out';
import { OWN_PARTS } from '~/features/privacy/my-data/my-data.server';
import { REGISTRY } from '~/sharing/registry';
import { takeStatistics } from '~/sharing/take-statistics.server';
import { join, makeGroup, makePerson } from '../../factories/people';
import { makeTerms } from '../../factories/vocabularies';
import { postForm } from '../../setup/forms';
import { useHub } from '../../setup/hub';
import { cookieOf, read, useServed } from '../../setup/served';

const served = useServed(useHub());

async function signedIn(name: string, grants: Parameters<typeof makePerson>[1] = { 'person.name': 'public' }) {
  const email = `${name.toLowerCase()}@example.org`;
  const { id, accountId, handle } = await makePerson({ name, needs: '=HYPERLINK("x")' }, grants, { email });
  return { id, handle, accountId: accountId ?? '', cookie: await cookieOf(accountId ?? '') };
}

const grown = (accountId: string) =>
  writerSql()`update core.sessions set proved_at = now() - interval '1 hour' where account_id = ${accountId}`;

/** Columns of `core` that say of whom a row is: keys to people and accounts, subject keys, and addresses. */
async function personalColumns(): Promise<string[]> {
  const keys = await writerSql()<{ name: string }[]>`
    select c.conrelid::regclass::text || '.' || a.attname as name from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.connamespace = 'core'::regnamespace
      and c.confrelid in ('core.people'::regclass, 'core.accounts'::regclass, 'core.imported_people'::regclass, 'core.positions'::regclass)`;
  const named = await writerSql()<{ name: string }[]>`
    select 'core.' || table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'core' and column_name in ('email', 'contact', 'actor_key', 'subject_key', 'opener_key', 'person_key', 'subject_id', 'given_by',
      'started_by', 'undone_by', 'decided_by', 'granted_by', 'person_id', 'account_id')`;
  return [...new Set([...keys, ...named].map(({ name }) => name.replace(/^core\./, '')))].sort();
}

describe('the file with one’s own data', () => {
  it('leaves out no column that says of whom a row is, but for a reason', async () => {
    const held = [
      ...[...Object.values(OWN_PARTS), ...Object.values(MY_ACCESS)].flatMap(({ of }) => of),
      ...DEEDS.map(([what]) => what),
      'member_invitations.email',
    ];
    const missing = (await personalColumns()).filter(
      (column) => !held.includes(column) && !LEFT_OUT_OF_MY_DATA[column],
    );
    expect(missing).toEqual([]);
    expect(Object.keys(LEFT_OUT_OF_MY_DATA).filter((column) => held.includes(column))).toEqual([]);
  });

  it('is a zip of JSON and tables with what is the viewer’s own, and with nothing of anyone else', async () => {
    const [me, other] = [await signedIn('Wulfhilda'), await signedIn('Ermentrude')];
    const [mine, theirs] = [await makeGroup({ name: 'Salt Marsh Choir' }), await makeGroup({ name: 'Others Only' })];
    await join(me.id, mine.id, { leads: true, title: 'Alto' });
    await join(other.id, mine.id, { title: 'Soprano' });
    await join(other.id, theirs.id, { leads: true });
    const take = (format: string) =>
      fetch(`${served.origin()}/settings/data.${format}`, { headers: { Cookie: me.cookie } });
    const response = await take('zip');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="my-data.zip"');
    expect(response.headers.get('cache-control')).toContain('no-store');
    const files = Object.fromEntries(
      Object.entries(unzipSync(new Uint8Array(await response.arrayBuffer()))).map(([name, bytes]) => [
        name,
        new TextDecoder().decode(bytes),
      ]),
    );
    const all = Object.values(files).join('\n');
    expect(JSON.parse(files['my-data.json'] ?? '')).toMatchObject({
      person: { name: 'Wulfhilda', standing: 'member' },
      account: { email: 'wulfhilda@example.org' },
      positions: [{ title: 'Alto', leads: true, group: { name: 'Salt Marsh Choir' } }],
      sharing: [{ category: 'person.name', audience: 'public' }],
      devices: [{ proof: 'console' }],
    });
    expect(files['person.csv']).toContain(`"'=HYPERLINK(""x"")"`);
    expect(files['sharing.csv']).toMatch(/person\.name,public|public,person\.name/);
    const [session] = await writerSql()<
      { id: string }[]
    >`select id from core.sessions where account_id = ${me.accountId}`;
    for (const foreign of [
      'Ermentrude',
      'ermentrude',
      other.id,
      'Soprano',
      'Others Only',
      me.accountId,
      session?.id ?? '-',
    ])
      expect(all).not.toContain(foreign);
    expect(JSON.parse(await (await take('json')).text())).toMatchObject({ person: { name: 'Wulfhilda' } });
    expect(await writerSql()`select detail from core.audit where action = 'data_exported' order by seq`).toEqual([
      { detail: { what: 'own', format: 'zip' } },
      { detail: { what: 'own', format: 'json' } },
    ]);
  });

  it('holds every personal field that somebody filled', async () => {
    const word = (field: string) => `zq${field.replaceAll('_', '')}`;
    const terms = await makeTerms({ interests: [word('interests')], skills: [word('skills'), word('learning')] });
    const group = await makeGroup({ name: 'Full House' });
    const { id, accountId } = await makePerson(
      {
        ...{ name: word('name'), alias: word('alias'), pronouns: word('pronouns'), headline: word('headline') },
        ...{ bio: word('bio'), links: [{ url: `https://example.org/${word('links')}` }], networkRoles: ['driver'] },
        ...{ interestIds: terms.interests, skillIds: terms.skills.slice(0, 1), learnIds: terms.skills.slice(1) },
        ...{ languageCodes: ['fr'], townId: 2160063, exactPlace: word('exact_place'), identity: word('identity') },
        ...{ contactEmail: `${word('email')}@example.org`, contactPhone: word('phone'), needs: word('needs') },
        ...{ contactHandle: word('contact_handle'), weaving: true },
      },
      { 'person.name': 'public' },
      { email: `${word('address')}@example.org`, joinedOn: '1987-03-04', lastConfirmedOn: '1988-05-06' },
    );
    await join(id, group.id, { title: word('position') });
    const headers = { Cookie: await cookieOf(accountId ?? '') };
    const data = await (await fetch(`${served.origin()}/settings/data.json`, { headers })).text();
    const marks: Record<string, string> = {
      ...{ network_role: '"driver"', languages: '"fr"', town: '2160063', weaving: '"weaving": true' },
      ...{ joined: '1987-03-04', last_confirmed: '1988-05-06' },
    };
    // A region is of whoever named no town; nobody has a photo or a circle yet; whoever signed finds that in a part of its own.
    const elsewhere = ['region', 'photo', 'circles', 'signature'];
    const fields = REGISTRY.filter(
      ({ subject, name }) => subject === 'account' || (subject === 'person' && !elsewhere.includes(name)),
    );
    expect(fields.length).toBeGreaterThan(20);
    expect(fields.filter(({ name }) => !data.includes(marks[name] ?? word(name))).map(({ name }) => name)).toEqual([]);
  });

  it('is asked for by a proof first, and by a visitor not at all', async () => {
    const me = await signedIn('Radegund');
    await grown(me.accountId);
    const ask = async (cookie?: string) => {
      const headers = new Headers(cookie ? { Cookie: cookie } : {});
      const answered = await fetch(`${served.origin()}/settings/data.zip`, { headers, redirect: 'manual' });
      return [answered.status, answered.headers.get('location')];
    };
    expect(await ask(me.cookie)).toEqual([302, '/sign-in/again?to=%2Fsettings%2Fdata']);
    expect((await ask())[1]).toMatch(/^\/sign-in\?to=/);
  });
});

describe('an objection', () => {
  const object = (cookie: string, ...purposes: string[]) =>
    postForm(served.origin(), '/settings/data', new URLSearchParams(purposes.map((each) => ['objects', each])), cookie);
  const rowOf = async (id: string) => {
    const [row] = await writerSql()<{ region_key: string | null; geo: string | null; needs: string | null }[]>`
      select region_key, geo::text, needs from proj_weaver.people where person_id = ${id}`;
    return row;
  };

  it('takes what its purpose alone kept out of what others read, and gives it back', async () => {
    const me = await signedIn('Hildelith', { 'person.name': 'public', 'person.needs': 'weaver' });
    expect((await rowOf(me.id))?.needs).toContain('HYPERLINK');
    const saved = await object(me.cookie, 'introductions');
    expect([saved.status, saved.headers.get('location')]).toEqual([302, '/settings/data?saved#objections']);
    expect((await rowOf(me.id))?.needs).toBeNull();
    expect((await read(served.origin(), '/settings/data', me.cookie)).body).toContain('Nobody sees any more: ');
    await object(me.cookie, 'introductions', 'directory');
    expect(await rowOf(me.id)).toBeUndefined();
    expect((await read(served.origin(), `/people/${me.handle}`)).status).toBe(404);
    await object(me.cookie);
    expect((await rowOf(me.id))?.needs).toContain('HYPERLINK');
  });

  it('takes someone off the map and leaves their town', async () => {
    const me = await signedIn('Osthryth', { 'person.name': 'public', 'person.town': 'member' });
    const [town] = await writerSql()<{ id: number }[]>`select id from ref.place limit 1`;
    await writerSql()`update core.people set town_id = ${town?.id ?? 0} where id = ${me.id}`;
    await object(me.cookie, 'map');
    const [row] = await writerSql()`select town_id, geo from proj_member.people where person_id = ${me.id}`;
    expect(row).toEqual({ town_id: town?.id, geo: null });
  });

  it('is taken back by whoever showed that it is they, and made by anybody signed in', async () => {
    const me = await signedIn('Frideswide');
    await writerSql()`insert into core.recovery_codes (account_id, hash) values (${me.accountId}, 'of a code on paper')`;
    await grown(me.accountId);
    expect((await object(me.cookie, 'map')).status).toBe(302);
    const response = await object(me.cookie);
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('Nothing was saved yet.');
    expect(await writerSql()`select purpose from core.objections where person_id = ${me.id}`).toHaveLength(1);
  });

  it.each([['safety'], ['nonsense']])('to %s is refused', async (purpose) => {
    const me = await signedIn(`Modwenna${purpose}`);
    expect((await object(me.cookie, purpose)).status).toBe(400);
  });
});

describe('numbers about people', () => {
  const stored = () =>
    writerSql()<{ name: string; cell: string; value: number | null }[]>`
      select name, cell, value from ref.statistics order by name, cell`;
  const day = (number: number) => new Date(Date.UTC(2030, 0, number));

  it('are rounded, the same all day, and leave out who objects or shares no place', async () => {
    await writerSql()`delete from core.people`;
    const make = async (count: number, grants: Parameters<typeof makePerson>[1], purpose?: string) => {
      for (let made = 0; made < count; made += 1) {
        const { id } = await makePerson({ name: 'Counted', country: 'AU' }, grants);
        if (purpose) await writerSql()`insert into core.objections (person_id, purpose) values (${id}, ${purpose})`;
      }
    };
    await make(9, { 'person.name': 'member', 'person.region': 'member' });
    await make(3, { 'person.name': 'member', 'person.region': 'member' }, 'statistics');
    await takeStatistics(day(1));
    expect(await stored()).toEqual([{ name: 'members', cell: '', value: null }]);
    await make(1, { 'person.name': 'member', 'person.region': 'member' });
    await make(4, { 'person.name': 'member' });
    await takeStatistics(day(1));
    expect(await stored()).toEqual([{ name: 'members', cell: '', value: null }]);
    await takeStatistics(day(2));
    expect(await stored()).toEqual([
      { name: 'members', cell: '', value: 10 },
      { name: 'members_by_country', cell: 'AU', value: 10 },
    ]);
    expect(await publishedNumbers(VISITOR, 'en')).toMatchObject({ members: 10, least: 10, more: null });
  });
});
