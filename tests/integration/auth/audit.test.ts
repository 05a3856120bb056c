import postgres from 'postgres';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeDown } from '~/auth/audit/append.server';
import { auditPage, brokenEntry } from '~/auth/audit/read.server';
import { erasePeople } from '~/auth/erase-people.server';
import { erasePerson } from '~/auth/erase-person.server';
import { startSession } from '~/auth/session.server';
import type { SignedIn } from '~/auth/viewer';
import { addImported } from '~/features/joining/imported.server';
import { exportFile } from '~/features/operate/export/export-file.server';
import { profileInput } from '~/features/profile/profile.schema';
import { shownAudit } from '~/features/stewarding/audit-page.server';
import { rolesPage, submitRoles } from '~/features/stewarding/roles-page.server';
import { command } from '~/sharing/command.server';
import { writer, writerSql } from '../../../db/writer.server';
import { giveRole, makePerson, SYSTEM } from '../../factories/people';
import { asMember } from '../../factories/viewers';
import { useHub } from '../../setup/hub';

const hub = useHub();
let steward: SignedIn;
let bo: { id: string; handle: string; accountId: string | null };

const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [key, value] of Object.entries(fields)) data.set(key, value);
  return data;
};
const named = { 'person.name': 'steward' } as const;

beforeAll(async () => {
  const made = await makePerson({ name: 'Ana' }, named, { email: 'ana@example.org' });
  await giveRole(made.accountId, 'steward');
  steward = asMember({ personId: made.id, accountId: made.accountId ?? '', can: ['steward'] });
  bo = await makePerson({ name: 'Bo' }, named, { email: 'bo@example.org' });
});

describe('a steward', () => {
  it('gives a role by the address of a page, with a code for who has no second step, and takes it', async () => {
    await startSession(bo.accountId ?? '', 'mail');
    const said = await submitRoles(
      steward,
      form({ intent: 'grant', person: `https://hub.example.org/people/${bo.handle}?x#y`, role: 'weaver' }),
    );
    expect(said).toEqual({
      kind: 'granted',
      name: 'Bo',
      role: 'weaver',
      code: expect.stringMatching(/^[a-z2-9]{4}-[a-z2-9]{4}$/),
    });
    expect(await writerSql()`select from core.sessions where account_id = ${bo.accountId}`).toHaveLength(0);
    expect(await submitRoles(steward, form({ intent: 'grant', person: bo.handle, role: 'weaver' }))).toMatchObject({
      kind: 'had_it',
      code: null,
    });
    expect((await rolesPage(steward)).map(({ name, roles, isMe }) => [name, roles, isMe])).toEqual([
      ['Ana', ['steward'], true],
      ['Bo', ['weaver'], false],
    ]);
    expect(await submitRoles(steward, form({ intent: 'revoke', personId: bo.id, role: 'weaver' }))).toEqual({
      kind: 'revoked',
      role: 'weaver',
    });
  });
  it.each(['nobody-here', '', '/people/', '%00', "' or 1=1"])(
    'finds nobody at %j, and says so beside the field',
    async (person) => {
      expect(await submitRoles(steward, form({ intent: 'grant', person, role: 'weaver' }))).toEqual({
        kind: 'nobody',
        person,
      });
    },
  );
  it('keeps the last steward', async () => {
    await expect(
      submitRoles(steward, form({ intent: 'revoke', personId: steward.personId, role: 'steward' })),
    ).rejects.toMatchObject({ code: 'conflict' });
  });
  it.each([
    {},
    { intent: 'grant', person: 'x' },
    { intent: 'revoke', personId: 'x' },
    { intent: 'code', personId: '00000000-0000-4000-8000-00000000dead' },
    { intent: 'grant', person: 'x', role: 'king' },
  ])('is refused %j', async (fields) => {
    await expect(submitRoles(steward, form(fields as Record<string, string>))).rejects.toMatchObject({
      code: 'invalid',
    });
  });
  it('alone sees and does any of it', async () => {
    for (const viewer of [asMember(), asMember({ can: ['weaver', 'operator'] })]) {
      await expect(rolesPage(viewer)).rejects.toMatchObject({ code: 'not_found' });
      await expect(auditPage(viewer, null)).rejects.toMatchObject({ code: 'not_found' });
      await expect(
        submitRoles(viewer, form({ intent: 'revoke', personId: bo.id, role: 'weaver' })),
      ).rejects.toMatchObject({ code: 'not_found' });
    }
  });
});

describe('what is written down', () => {
  it('names people by what stewards see of them, and nobody after they left', async () => {
    const { entries, chain } = await shownAudit(steward, null);
    expect(entries.map(({ action, actor, subject }) => [action, actor, subject])).toEqual([
      ['role_revoked', expect.objectContaining({ name: 'Ana' }), expect.objectContaining({ name: 'Bo' })],
      ['code_handed_over', expect.objectContaining({ name: 'Ana' }), expect.objectContaining({ name: 'Bo' })],
      ['role_granted', expect.objectContaining({ name: 'Ana' }), expect.objectContaining({ name: 'Bo' })],
    ]);
    expect(chain).toEqual({ broken: null });
    expect((await shownAudit(steward, 3)).chain).toBeNull();
    await command((unit) => erasePeople(unit, [bo.id]));
    expect((await shownAudit(steward, null)).entries[0]?.subject).toEqual({ kind: 'someone' });
    expect(await brokenEntry()).toBeNull();
  });
  it('is a chain without a fork, however many write at once', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        writer().transaction((tx) =>
          writeDown(tx, SYSTEM, { action: 'data_exported', detail: { what: 'groups', rows: n } }),
        ),
      ),
    );
    expect(await brokenEntry()).toBeNull();
    const { rows, next } = await auditPage(steward, null);
    expect([rows.length, next, rows[0]?.seq]).toEqual([23, null, 23]);
    expect((await auditPage(steward, 3)).rows.map(({ seq }) => seq)).toEqual([2, 1]);
  });
  it('cannot be changed or taken out by the hub itself', async () => {
    for (const statement of ["update core.audit set action = 'x'", 'delete from core.audit', 'truncate core.audit'])
      await expect(writerSql().unsafe(statement)).rejects.toThrow(/permission denied/);
  });
  it.each([
    "update core.audit set detail = '{}' where seq = 5",
    'delete from core.audit where seq = 7',
    "update core.audit set actor_key = 'console' where seq = 1",
    "update core.audit set at = at + interval '1 day' where seq = 23",
  ])('shows that somebody did: %s', async (statement) => {
    const owner = postgres(hub.database().urls.owner, { max: 1, onnotice: () => undefined });
    const kept = await owner`select * from core.audit order by seq`;
    await owner.unsafe(statement);
    expect(await brokenEntry()).toBe(Number(/seq = (\d+)/.exec(statement)?.[1]));
    await owner`delete from core.audit`;
    await owner`insert into core.audit ${owner(kept)}`;
    expect(await brokenEntry()).toBeNull();
    await owner.end();
  });
});

describe('what is done to others', () => {
  const newest = async () => (await auditPage(steward, null)).rows[0];

  it('is written down when a steward deletes somebody who was imported, and not when people leave by themselves', async () => {
    const [written = ''] = await command((unit) =>
      addImported(SYSTEM, unit, [
        { profile: profileInput.parse({ name: 'Written Down' }), email: 'down@example.org', source: 'a list' },
      ]),
    );
    await command((unit) => erasePerson(steward, unit, written));
    expect(await newest()).toMatchObject({
      action: 'person_deleted',
      actorId: steward.personId,
      aboutSomeone: true,
      subjectId: null,
    });
    const seq = (await newest())?.seq;
    const leaver = await makePerson({ name: 'Leaver' }, {}, { email: 'leaver@example.org' });
    const self = asMember({ personId: leaver.id, accountId: leaver.accountId ?? '' });
    await command((unit) => erasePerson(self, unit, leaver.id));
    expect((await newest())?.seq).toBe(seq);
  });

  it('is written down when files are taken away', async () => {
    await exportFile(steward, 'groups.csv');
    expect(await newest()).toMatchObject({ action: 'data_exported', detail: { what: 'groups', format: 'csv' } });
    await expect(exportFile(steward, 'topics.geojson')).rejects.toMatchObject({ code: 'not_found' });
    expect(await newest()).toMatchObject({ detail: { format: 'csv' } });
    expect(await brokenEntry()).toBeNull();
  });
});
