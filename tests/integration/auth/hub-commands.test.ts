import { beforeAll, describe, expect, it } from 'vitest';
import { consumeToken } from '~/auth/sign-in-tokens.server';
import { writerSql } from '../../../db/writer.server';
import { COMMANDS } from '../../../scripts/hub/commands';
import { main } from '../../../scripts/hub/main';
import { makePerson } from '../../factories/people';
import { useHub } from '../../setup/hub';

useHub();
beforeAll(async () => {
  await makePerson({ name: 'Ana' }, {}, { email: 'ana@example.org' });
  await makePerson({ name: 'Bo' }, {}, { email: 'bo@example.org', standing: 'newcomer' });
});

async function run(name: string, ...args: string[]): Promise<string> {
  const lines: string[] = [];
  try {
    await COMMANDS[name]?.run(args, (line) => lines.push(line));
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
  return lines.join('\n');
}

describe('hub sign-in-link', () => {
  it('prints one link that works once, within an hour, and is marked as made here', async () => {
    const link = await run('sign-in-link', 'ANA@example.org');
    expect(link).toMatch(/^http:\/\/localhost:3000\/sign-in\/[\w-]{43}$/);
    const [row] =
      await writerSql()`select from_console, round(extract(epoch from expires_at - now()) / 60)::int as minutes from core.sign_in_tokens`;
    expect(row).toEqual({ from_console: true, minutes: 60 });
    const token = link.split('/').pop() ?? '';
    expect(await consumeToken(token, null)).toMatchObject({ redirectTo: null });
    expect(await consumeToken(token, null)).toBeNull();
  });
  it.each([
    [['nil@example.org'], 'DomainError: No account has the address nil@example.org.'],
    [[], 'UsageError: Give one e-mail address.'],
    [['a@b.org', 'more'], 'UsageError: Give one e-mail address.'],
  ])('%j: %s', async (args, said) => {
    expect(await run('sign-in-link', ...args)).toBe(said);
  });
});

/** What follows a grant to someone without a second step. */
const CODE =
  /\nA role needs more than e-mail\. Hand over this code, which works once within three days:\n[a-z2-9]{4}-[a-z2-9]{4}/;

describe('hub role', () => {
  it.each([
    [['grant', 'ana@example.org', 'steward'], 'ana@example.org is now steward.'],
    [['grant', 'ana@example.org', 'steward'], 'ana@example.org is steward already.'],
    [
      ['revoke', 'ana@example.org', 'steward'],
      'DomainError: This is the last steward. Make someone else a steward first.',
    ],
    [
      ['grant', 'bo@example.org', 'steward'],
      'bo@example.org is now steward.\nThe role counts once this person is a member.',
    ],
    [['revoke', 'ana@example.org', 'steward'], 'ana@example.org is no longer steward.'],
    [['revoke', 'ana@example.org', 'steward'], 'ana@example.org was not steward.'],
    [['revoke', 'ana@example.org', 'weaver'], 'ana@example.org was not weaver.'],
    [
      ['grant', 'ana@example.org', 'king'],
      'UsageError: There is no role king. The roles are weaver, operator, steward.',
    ],
    [['grant', 'nil@example.org', 'weaver'], 'DomainError: No account has the address nil@example.org.'],
    [['crown', 'ana@example.org', 'weaver'], 'UsageError: Say grant or revoke, an e-mail address and a role.'],
    [[], 'UsageError: Say grant or revoke, an e-mail address and a role.'],
  ])('%j: %s', async (args, said) => expect((await run('role', ...args)).replace(CODE, '')).toBe(said));
  it('gives a code to hand over to whoever has no second step, and writes both down', async () => {
    expect(await run('role', 'grant', 'ana@example.org', 'operator')).toMatch(CODE);
    const deeds = await writerSql()`select actor_key, action, detail from core.audit order by seq desc limit 2`;
    expect(deeds).toEqual([
      { actor_key: 'console', action: 'code_handed_over', detail: {} },
      { actor_key: 'console', action: 'role_granted', detail: { role: 'operator' } },
    ]);
    await run('role', 'revoke', 'ana@example.org', 'operator');
  });
  it('keeps one of two stewards who take the role from each other at once', async () => {
    await run('role', 'grant', 'ana@example.org', 'steward');
    await Promise.all([
      run('role', 'revoke', 'ana@example.org', 'steward'),
      run('role', 'revoke', 'bo@example.org', 'steward'),
    ]);
    expect((await writerSql()`select 1 from core.role_grants where role = 'steward'`).length).toBe(1);
  });
});

describe('hub', () => {
  it.each<[string[], number]>([
    [[], 0],
    [['help'], 0],
    [['no-such-command'], 2],
    [['toString'], 2],
    [['__proto__'], 2],
  ])('%j ends with %i', async (argv, code) => {
    expect(await main(argv)).toBe(code);
  });
});
