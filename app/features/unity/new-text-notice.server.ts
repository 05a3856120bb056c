import { sql } from 'drizzle-orm';
import { VISITOR } from '~/auth/viewer';
import { isReachable } from '~/features/notices/reachable.server';
import type { NoticeReader, NoticeTopic } from '~/features/notices/topics.server';
import { m } from '~/lib/paraglide/messages.js';
import { command } from '~/sharing/command.server';
import { newText } from './new-text.server';
import { signingGroups } from './signing-groups.server';
import { statements } from './statements.server';

const KEY = 'unity-text';

/** What is told is remembered by ids: that of a version is made of its number. */
const idOf = (version: number): string => `00000000-0000-4000-8000-${String(version).padStart(12, '0')}`;

const changedFor = async ({ viewer, locale }: NoticeReader) => newText(viewer, await signingGroups(viewer), locale);

/**
 * Members who signed an older version, or may sign for a group that did, and have not been told of the one in force. That
 * somebody signed is an edge of theirs: it reaches nobody but their own mailbox.
 */
async function concerned(since: Date): Promise<string[]> {
  const [newest] = await statements(VISITOR);
  if (!newest || newest.version === 1 || new Date(newest.publishedAt) < since) return [];
  const { version } = newest;
  const rows = await command(({ db }) =>
    db.execute<{ id: string }>(sql`
      select a.id from core.accounts a join core.people s on s.id = a.person_id
      where s.standing = 'member' and not s.demo and ${isReachable}
        and not exists (select from core.notice_told t
          where t.account_id = a.id and t.topic = ${KEY} and t.item_id = ${idOf(version)}::uuid)
        and not exists (select from core.notice_choices c
          where c.account_id = a.id and c.topic = ${KEY} and c.choice <> 'at_once')
        and ((select max(g.version) from core.signatures g where g.person_id = s.id) < ${version} or exists (
          select from core.positions p join core.groups o on o.id = p.group_id and o.standing = 'member'
          where p.person_id = s.id and (p.leads or exists (
              select from core.group_signers x where x.group_id = o.id and x.person_id = s.id))
            and (select max(g.version) from core.signatures g where g.group_id = o.id) < ${version}))`),
  );
  return rows.map(({ id }) => id);
}

/** A new text of the statement, for those who signed the one before it: once per person and version. */
export const NEW_TEXT: NoticeTopic = {
  key: KEY,
  title: m.unity_news_title,
  text: m.unity_news_text,
  kinds: ['at_once', 'weekly', 'never'],
  usual: 'at_once',
  concerns: concerned,
  find: async (reader, since, told) => {
    const changed = await changedFor(reader);
    if (!changed || new Date(changed.publishedAt) < since) return [];
    return [idOf(changed.version)].filter((id) => !told.includes(id));
  },
  show: async (reader, ids) => {
    const changed = await changedFor(reader);
    if (!changed || !ids.includes(idOf(changed.version))) return [];
    const { version: current, mine, changes, groups } = changed;
    const own = {
      title: m.unity_home_mine_link({ current }),
      detail: changes || (mine && m.unity_home_mine({ version: mine, current })) || null,
      path: '/unity',
    };
    const others = groups.map(({ slug, name, version }) => ({
      title: m.unity_home_group_link({ name }),
      detail: m.unity_home_group({ name, version }),
      path: `/groups/${slug}/signature`,
    }));
    return mine ? [own, ...others] : others;
  },
};
