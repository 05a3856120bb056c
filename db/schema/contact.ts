import { index, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { Role } from '../../app/lib/standing';
import { created, id, moment } from './_columns';
import { core } from './_schemas';
import { groups } from './groups';
import { people } from './people';

/** Who does not want to meet whom: neither of both finds the other, whoever of them asked for it. */
export const blocks = core.table(
  'blocks',
  {
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    blockedId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    ...created,
  },
  (t) => [primaryKey({ columns: [t.personId, t.blockedId] }), index('blocks_blocked').on(t.blockedId)],
);

/**
 * A contact value that somebody opened, or took away in a file: which, whose and when, never the value. People stand by
 * their subject key, so that whoever opened something and left is nobody in it.
 */
export const contactOpenings = core.table(
  'contact_openings',
  {
    id: id(),
    openerKey: uuid().notNull(),
    /** What gave the opener more than members see, or null for a member. */
    openerRole: text().$type<Role>(),
    /** Subject key of whose it is; null for a group's. */
    personKey: uuid(),
    groupId: uuid().references(() => groups.id, { onDelete: 'cascade' }),
    category: text().notNull(),
    how: text().$type<'shown' | 'exported'>().notNull().default('shown'),
    openedAt: moment().notNull().defaultNow(),
  },
  (t) => [
    index('contact_openings_opener').on(t.openerKey, t.openedAt),
    index('contact_openings_person').on(t.personKey, t.openedAt),
    index('contact_openings_group').on(t.groupId, t.openedAt),
    index('contact_openings_age').on(t.openedAt),
  ],
);
