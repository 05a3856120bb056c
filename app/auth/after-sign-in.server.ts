import { sql } from 'drizzle-orm';
import { writerSql } from '#db/writer.server';
import { command } from '~/sharing/command.server';
import { openQuestions } from '~/sharing/open-questions.server';

/**
 * Where somebody who has just signed in is led: to where they want to go, or once for each version of the policy first
 * to what it would allow beyond what they agreed to.
 * @param to a safe path
 */
export async function afterSignIn(accountId: string, to: string): Promise<string> {
  const [account] = await writerSql()<
    { id: string }[]
  >`select person_id as id from core.accounts where id = ${accountId}`;
  if (!account) return to;
  const { policy, asked } = await openQuestions(account.id);
  if (!policy || asked.length === 0) return to;
  const first = await command(({ db }) =>
    db.execute(sql`
      insert into core.policy_asked (person_id, version) values (${account.id}, ${policy.version})
      on conflict (person_id) do update set version = excluded.version
      where policy_asked.version < excluded.version returning 1`),
  );
  return first.length > 0 ? `/settings/sharing/changes?to=${encodeURIComponent(to)}` : to;
}
