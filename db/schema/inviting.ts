import { index, integer, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { created, id, moment } from './_columns';
import { core } from './_schemas';
import { importedPeople } from './invitations';
import type { Localised } from './network';
import { people } from './people';

/**
 * What a member asked somebody they know. Once it is answered, or its address leaves the hub, all that is left of it until
 * it runs out is what its inviter sees in their list, so that the list is the same whatever became of it.
 */
export const memberInvitations = core.table(
  'member_invitations',
  {
    id: id(),
    invitedBy: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** Keyed hash of inviter and address, so that nobody is asked twice by the same person. */
    pairHash: text().notNull().unique('member_invitations_pair'),
    /** The address as its inviter sees it again: `a…@e….org`. */
    label: text().notNull(),
    /** Lower case. */
    email: text(),
    name: text(),
    words: text(),
    tokenHash: text().unique('member_invitations_token_hash'),
    locale: text().$type<'en' | 'es'>().notNull(),
    /** When a mail may go; none for an address that was asked often enough by others. */
    mailAt: moment(),
    expiresAt: moment().notNull(),
    ...created,
  },
  (t) => [
    index('member_invitations_inviter').on(t.invitedBy),
    index('member_invitations_email').on(t.email),
    index('member_invitations_age').on(t.expiresAt),
  ],
);

/** Who came in by whose invitation: for stewards and weavers. */
export const invitedPeople = core.table(
  'invited_people',
  {
    personId: uuid()
      .primaryKey()
      .references(() => people.id, { onDelete: 'cascade' }),
    invitedBy: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    ...created,
  },
  (t) => [index('invited_people_inviter').on(t.invitedBy)],
);

/** Imported people who are asked together, in words of the network's own; a draft until it is sent. */
export const invitationBatches = core.table('invitation_batches', {
  id: id(),
  /** Id of the person as text; `gone` once they left. */
  startedBy: text().notNull(),
  words: jsonb().$type<Localised>().notNull(),
  perHour: integer().notNull(),
  sentAt: moment(),
  /** People it was sent to, without those it was stopped before. */
  size: integer(),
  stoppedAt: moment(),
  ...created,
});

export const invitationBatchPeople = core.table(
  'invitation_batch_people',
  {
    batchId: uuid()
      .notNull()
      .references(() => invitationBatches.id, { onDelete: 'cascade' }),
    personId: uuid()
      .notNull()
      .references(() => importedPeople.personId, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.batchId, t.personId] }), index('invitation_batch_people_person').on(t.personId)],
);
