import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readerPool } from '#db/reader.server';
import { writerSql } from '#db/writer.server';
import { erasePerson } from '~/auth/erase-person.server';
import { networkNumbers } from '~/features/directory/numbers.server';
import { deleteUnanswered } from '~/features/joining/unanswered.server';
import { importPeople, type PeopleImportOptions } from '~/features/operate/people-import/import-people.server';
import { personNoteText } from '~/features/operate/people-import/notes';
import { peopleReportLines } from '~/features/operate/people-import/report-lines';
import { undoPeopleImport } from '~/features/operate/people-import/undo.server';
import { READER_AUDIENCES } from '~/lib/audience';
import { command } from '~/sharing/command.server';
import { saveGrants } from '~/sharing/grants.server';
import { verifyProjections } from '~/sharing/verify.server';
import { makeGroup, makePerson, SYSTEM } from '../../factories/people';
import { asMember } from '../../factories/viewers';
import { makeTerms } from '../../factories/vocabularies';
import { useHub } from '../../setup/hub';
import { tracesOf } from '../../setup/traces';

useHub();

const KNOWN = 'already known, or asked not to be here';
const bytes = (...lines: string[]) => Buffer.from(`${lines.join('\n')}\n`);
const bring = (lines: string[], options: PeopleImportOptions = {}) =>
  importPeople(SYSTEM, { fileName: 'Autumn sign-up sheet.csv', content: bytes(...lines) }, options);
const last = async (lines: string[], options?: PeopleImportOptions) =>
  peopleReportLines(await bring(lines, options)).at(-1);
const count = async (table: string) => (await writerSql().unsafe(`select 1 from ${table}`)).length;
const personOf = async (email: string) => {
  const [row] = await writerSql()<{ id: string; handle: string; name: string }[]>`
    select p.* from core.people p join core.imported_people i on i.person_id = p.id where i.email = ${email}`;
  return row;
};

beforeAll(async () => {
  await makeTerms({ interests: ['Creeks'], skills: ['Carpentry'] });
  await makeGroup({ name: 'Río Claro Watch' });
  await makeGroup({ name: 'Tool Library' });
});

describe('an import of people', () => {
  it('brings what a profile has room for, several values a cell, and says what it left', async () => {
    const report = await bring([
      'Full name,Pronouns,E-mail,Phone,Groups,Position,Headline,Topics,Languages,Place,Shoe size',
      'Amparo Ríos,she/her,Amparo@Example.org,+1 555 0100,Rio claro watch; Tool Library; Nobody Knows,Chair; Helper; Guest,Walks creeks,Creeks; carpentry; Sorcery,Spanish; English; Klingon,"Lismore, NSW",42',
    ]);
    expect(report.rows[0]?.notes.map(personNoteText)).toEqual([
      'no such language here: Klingon',
      'no such topic or skill here: Sorcery',
      'no such group here: Nobody Knows',
    ]);
    const person = await personOf('amparo@example.org');
    expect(person).toMatchObject({
      name: 'Amparo Ríos',
      standing: 'imported',
      pronouns: 'she/her',
      contact_phone: '+1 555 0100',
      headline: 'Walks creeks',
      town_id: 2160063,
    });
    const [parts] = await writerSql()`
      select array(select g.name || ': ' || x.title from core.positions x join core.groups g on g.id = x.group_id where x.person_id = p.id order by 1) as groups,
        (select count(*)::int from core.person_interests where person_id = p.id) as interests,
        (select count(*)::int from core.person_skills where person_id = p.id) as skills,
        array(select code from core.person_languages where person_id = p.id order by 1) as languages,
        (select count(*)::int from core.accounts where person_id = p.id) as accounts,
        (select count(*)::int from core.positions where person_id = p.id and leads) as leads
      from core.people p where id = ${person?.id ?? ''}`;
    expect(parts).toEqual({
      groups: ['Río Claro Watch: Chair', 'Tool Library: Helper'],
      interests: 1,
      skills: 1,
      languages: ['en', 'es'],
      accounts: 0,
      leads: 0,
    });
    expect(await tracesOf('Sorcery', 'Nobody Knows')).toEqual([]);
  });

  it.each([
    [['Nombre,Apellidos,Correo', 'Inés,de la Cruz,ines@example.org'], 'Inés de la Cruz', 'ines@example.org'],
    [['Nombre;Correo electrónico', 'Iker Sol;iker@example.org'], 'Iker Sol', 'iker@example.org'],
    [['Name,Email', 'عائشة,aisha@example.org'], 'عائشة', 'aisha@example.org'],
  ])('understands %j', async (lines, name, email) => {
    expect(await last(lines)).toBe('1 rows: 1 created, 0 changed, 0 skipped');
    expect((await personOf(email))?.name).toBe(name);
  });

  it.each([
    [',x@example.org', 'no name'],
    ['Somebody,', 'no e-mail address: nobody could ask this person'],
    ['Somebody,somebody at example', 'not an e-mail address: somebody at example'],
    [',', 'the row is empty'],
  ])('skips the row "%s": %s', async (row, why) => {
    const report = await bring(['name,email', row]);
    expect(report.rows).toMatchObject([{ outcome: 'skipped' }]);
    expect(report.rows[0]?.notes.map(personNoteText)).toEqual([why]);
  });

  it('refuses a file without a column of addresses, in one line', async () => {
    await expect(bring(['Name,Town', 'A,B'])).rejects.toThrow(
      /No column looks like the e-mail address.*--map "Name=email"/,
    );
  });

  it('says the same of an account, of one imported already and of one who asked not to be here', async () => {
    await makePerson({ name: 'Has Account' }, {}, { email: 'account@example.org' });
    const gone = await makePerson({ name: 'Went Away' }, {}, { email: 'went@example.org' });
    await command((unit) => erasePerson(SYSTEM, unit, gone.id));
    await bring(['name,email', 'Came Before,before@example.org']);
    const people = await count('core.people');
    for (const dryRun of [true, false]) {
      const report = await bring(
        [
          'name,email',
          'A,ACCOUNT@example.org',
          'B,went@example.org',
          'C,before@example.org',
          'D,new@example.org',
          'E,New@Example.org',
        ],
        { dryRun },
      );
      expect(report.rows.map(({ outcome, notes }) => [outcome, ...notes.map(personNoteText)])).toEqual([
        ['skipped', KNOWN],
        ['skipped', KNOWN],
        ['skipped', KNOWN],
        ['created'],
        ['skipped', 'the same address as in row 5'],
      ]);
    }
    expect(await count('core.people')).toBe(people + 1);
  });

  it('leaves nothing behind when it is only tried', async () => {
    const before = [await count('core.people'), await count('core.import_runs'), await count('core.import_rows')];
    expect(await last(['name,email', 'Only Tried,tried@example.org'], { dryRun: true })).toBe(
      '1 rows: 1 created, 0 changed, 0 skipped',
    );
    expect([await count('core.people'), await count('core.import_runs'), await count('core.import_rows')]).toEqual(
      before,
    );
    expect(await tracesOf('tried@example.org')).toEqual([]);
  });

  it('finds everything there when it is done again', async () => {
    const lines = ['name,email', ...Array.from({ length: 250 }, (_, at) => `Twice ${at},twice-${at}@example.org`)];
    expect(await last(lines)).toBe('250 rows: 250 created, 0 changed, 0 skipped');
    expect(await last(lines)).toBe('250 rows: 0 created, 0 changed, 250 skipped');
  });

  it('goes on where it was cut off, with every row once', async () => {
    const lines = ['name,email', ...Array.from({ length: 450 }, (_, at) => `Cut ${at},cut-${at}@example.org`)];
    const cut = new Error('cut off');
    const stop = (done: number) => {
      if (done >= 200) throw cut;
    };
    await expect(bring(lines, { onProgress: stop })).rejects.toBe(cut);
    const report = await bring(lines);
    expect(peopleReportLines(report).at(-1)).toBe('450 rows: 450 created, 0 changed, 0 skipped');
    const [run] = await writerSql()`
      select count(distinct line)::int as lines, count(*)::int as rows, count(distinct run_id)::int as runs from core.import_rows where run_id = ${report.runId}`;
    expect(run).toEqual({ lines: 450, rows: 450, runs: 1 });
    expect(await undoPeopleImport(SYSTEM, report.runId ?? '')).toBe(450);
  });

  it('of two at once takes every address once', async () => {
    const lines = ['name,email', ...Array.from({ length: 60 }, (_, at) => `Both ${at},both-${at}@example.org`)];
    await Promise.allSettled([bring(lines, { source: 'one' }), bring(lines, { source: 'two' })]);
    const [row] = await writerSql()`select count(*)::int as rows from core.imported_people where email like 'both-%'`;
    expect(row?.rows).toBe(60);
  });

  it('is for stewards: for anybody else there is no such thing', async () => {
    for (const actor of [
      asMember(),
      asMember({ can: ['operator', 'weaver'] }),
      asMember({ can: ['steward'], standing: 'newcomer' }),
    ]) {
      await expect(
        importPeople(actor, { fileName: 'x.csv', content: bytes('name,email', 'A,a@b.org') }),
      ).rejects.toMatchObject({ code: 'not_found' });
      await expect(undoPeopleImport(actor, crypto.randomUUID())).rejects.toMatchObject({ code: 'not_found' });
    }
    await expect(undoPeopleImport(SYSTEM, 'nonsense')).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('an imported person', () => {
  beforeEach(async () => void (await writerSql()`update core.imported_people set imported_at = now()`));

  it('stands in the stewards’ table alone, with a mark, whatever grants there are', async () => {
    await bring(['name,email,headline', 'Quelle Surprise,quelle@example.org,Secretly headlined']);
    const person = await personOf('quelle@example.org');
    await command((unit) =>
      saveGrants(unit, { kind: 'person', id: person?.id ?? '', givenBy: null }, [
        { category: 'person.name', audience: 'public', wordsSha256: '0'.repeat(64) },
      ]),
    );
    for (const audience of READER_AUDIENCES) {
      const rows = await readerPool(
        audience,
      )`select headline, imported from people where person_id = ${person?.id ?? ''}`;
      expect([...rows]).toEqual(audience === 'steward' ? [{ headline: 'Secretly headlined', imported: true }] : []);
    }
    const members = [asMember(), asMember({ can: ['steward'] })].map(networkNumbers);
    const [seen, counted] = await Promise.all(members);
    expect(counted?.people).toBe(seen?.people);
    expect(await verifyProjections()).toEqual([]);
  });

  it('goes after 60 days without an answer, and leaves no mark', async () => {
    await bring(['name,email', 'Sixty Days,sixty@example.org', 'Fifty Nine,fiftynine@example.org']);
    await writerSql()`update core.imported_people set imported_at = now() - interval '59 days' where email = 'fiftynine@example.org'`;
    await writerSql()`update core.imported_people set imported_at = now() - interval '60 days 1 minute' where email = 'sixty@example.org'`;
    const [before] = await writerSql()`select count(*)::int as stones from core.tombstones`;
    expect(await deleteUnanswered()).toBe(1);
    expect(await tracesOf('sixty@example.org', 'Sixty Days')).toEqual([]);
    expect(await personOf('fiftynine@example.org')).toBeDefined();
    expect(await writerSql()`select count(*)::int as stones from core.tombstones`).toEqual([before]);
    expect(await last(['name,email', 'Sixty Days,sixty@example.org'])).toBe('1 rows: 1 created, 0 changed, 0 skipped');
  });

  it('goes when the import is undone', async () => {
    const report = await bring(['name,email', 'Undone One,undone-1@example.org', 'Undone Two,undone-2@example.org']);
    expect(await undoPeopleImport(SYSTEM, report.runId ?? '')).toBe(2);
    expect(await undoPeopleImport(SYSTEM, report.runId ?? '')).toBe(0);
    expect(await tracesOf('undone-1@example.org', 'Undone Two')).toEqual([]);
    expect(await verifyProjections()).toEqual([]);
  });
});
