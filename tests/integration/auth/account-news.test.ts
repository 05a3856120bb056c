import { Secret, TOTP } from 'otpauth';
import { beforeAll, describe, expect, it } from 'vitest';
import { accountNewsMail } from '~/auth/account-news.server';
import { erasePerson } from '~/auth/erase-person.server';
import { grantRole, revokeRole } from '~/auth/roles.server';
import { handOverCode, makeRecoveryCodes } from '~/auth/second-factors/recovery-codes.server';
import { checkAppCode, newApp, removeApp } from '~/auth/second-factors/totp.server';
import type { SignedIn } from '~/auth/viewer';
import { renderLetter } from '~/lib/mail/render.server';
import { command } from '~/sharing/command.server';
import { writerSql } from '../../../db/writer.server';
import { giveRole, makePerson, SYSTEM } from '../../factories/people';
import { asMember } from '../../factories/viewers';
import { useHub } from '../../setup/hub';

useHub();

let steward: SignedIn;
let ana: SignedIn;

beforeAll(async () => {
  const made = await makePerson({ name: 'Sol' }, {}, { email: 'sol@example.org' });
  await giveRole(made.accountId, 'steward');
  steward = asMember({ personId: made.id, accountId: made.accountId ?? '', can: ['steward'] });
  const { id, accountId } = await makePerson({ name: 'Ana' }, {}, { email: 'ana@example.org' });
  ana = asMember({ personId: id, accountId: accountId ?? '' });
  await writerSql()`update core.accounts set locale = 'es' where id = ${ana.accountId}`;
});

const told = async () =>
  (
    await writerSql()<{ what: string }[]>`
      delete from core.outbox where template = 'account-news' and about ->> 'account' = ${ana.accountId} returning about ->> 'what' as what`
  ).map(({ what }) => what);

const codeNow = async () => {
  const app = await newApp(ana, 'Test');
  return new TOTP({ secret: Secret.fromBase32(app?.secret ?? ''), period: 30, digits: 6 }).generate();
};

describe('an account is told by mail', () => {
  it.each<[string, () => Promise<unknown>, string[]]>([
    ['of new codes', () => makeRecoveryCodes(ana), ['codes_made']],
    [
      'of an app, once a code of it fits',
      async () => checkAppCode(ana.accountId, await codeNow(), 'new'),
      ['app_added'],
    ],
    ['of an app that goes', () => removeApp(ana), ['app_removed']],
    ['of nothing when there was no app', () => removeApp(ana), []],
    ['of a code that a steward made', () => handOverCode(steward, ana), ['code_handed_over']],
    ['of a role that a steward gave', () => grantRole(steward, ana, 'weaver'), ['role_granted']],
    ['of nothing when it had that role', () => grantRole(steward, ana, 'weaver'), []],
    ['of a role that ended', () => revokeRole(steward, ana, 'weaver'), ['role_revoked']],
    ['of nothing that the console did', () => grantRole(SYSTEM, ana, 'operator'), []],
  ])('%s', async (_, act, expected) => {
    await act();
    expect(await told()).toEqual(expected);
  });

  it('in its language, with the way to look, and without a name', async () => {
    const about = { account: ana.accountId, what: 'passkey_added' };
    const mail = await accountNewsMail({ id: 'x', about, createdAt: new Date() });
    if (!mail) throw new Error('No mail.');
    const { to, subject, text } = await renderLetter(mail);
    expect(to).toBe('ana@example.org');
    expect(subject).toContain('Tu cuenta');
    expect(text).toContain('llave de acceso');
    expect(text).toContain('/settings/security');
    expect(text).not.toContain('Ana');
  });

  it.each<[string, Record<string, string>, number]>([
    ['of days ago', { what: 'passkey_added' }, 73],
    ['of a kind there is not', { what: 'toString' }, 0],
    ['of an account that is gone', { what: 'passkey_added', account: '00000000-0000-4000-8000-00000000dead' }, 0],
  ])('but not of news %s', async (_, about, hoursAgo) => {
    const createdAt = new Date(Date.now() - hoursAgo * 3_600_000);
    expect(await accountNewsMail({ id: 'x', about: { account: ana.accountId, ...about }, createdAt })).toBeNull();
  });

  it('or of nothing at all once it was deleted', async () => {
    await makeRecoveryCodes(ana);
    await command((unit) => erasePerson(SYSTEM, unit, ana.personId));
    expect(await told()).toEqual([]);
  });
});
