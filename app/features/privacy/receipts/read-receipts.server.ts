import { z } from 'zod';
import type { Sql } from '#db/client.server';
import type { ConsentEvent, ConsentMethod } from '#db/schema/consents';
import { asSelf } from '#db/self.server';
import type { SignedIn } from '~/auth/viewer';
import type { Audience } from '~/lib/audience';
import { notFound } from '~/lib/errors';
import type { PolicyHistory } from '~/sharing/consents';
import { noPolicyYet, readPolicyInForce } from '~/sharing/policies.server';
import type { Purpose, Relation } from '~/sharing/policy-schema';

/** A record of the ledger about the viewer, or about a group they lead. */
export interface ReceiptRow {
  id: string;
  at: Date;
  subjectKey: string;
  category: string;
  audience: Audience;
  /** Set where it is about a relation, and the audience says nothing. */
  relation: Relation | null;
  purposes: Purpose[];
  policySha256: string;
  wordsSha256: string;
  event: ConsentEvent;
  method: ConsentMethod;
  previousHash: string;
  hash: string;
  /** Name of the group it is about; null where it is about the viewer. */
  group: string | null;
  /** Whether it was given and nothing followed it. */
  stands: boolean;
}

const COLUMNS = `
  c.id, c.at, c.subject_key as "subjectKey", c.category, c.audience, c.relation, c.purposes, c.policy_sha256 as "policySha256",
  c.words_sha256 as "wordsSha256", c.event, c.method, c.previous_hash as "previousHash", c.hash, g.name as group,
  c.event = 'given' and not exists (select from core.consents n where n.subject_key = c.subject_key
    and n.category = c.category and n.event <> 'refused' and n.seq > c.seq
    and n.relation is not distinct from c.relation and (c.relation is null or n.policy_sha256 = c.policy_sha256)) as stands`;
const FROM = `core.consents c left join core.group_keys k on k.key = c.subject_key left join core.groups g on g.id = k.group_id`;

/** Who is no member may look at what is their own, and at nothing of a group. */
const mayLead = ({ standing }: SignedIn) => (standing === 'member' ? 'true' : 'g.id is null');

const PAGE = 30;
const isId = (text: string) => z.uuid().safeParse(text).success;

const readOwn = <T>(viewer: SignedIn, read: (sql: Sql, history: PolicyHistory) => Promise<T>): Promise<T> =>
  asSelf(viewer.personId, async (own) => {
    const sql = own as unknown as Sql;
    const policy = await readPolicyInForce(sql);
    if (!policy) throw noPolicyYet();
    return read(sql, policy.history);
  });

/**
 * Records from the newest on, a page at a time.
 * @param before id of the record to go on after
 */
export const receiptRows = (viewer: SignedIn, before: string | null) =>
  readOwn(viewer, async (sql, history) => {
    const from = before && isId(before) ? before : null;
    const rows = await sql.unsafe<ReceiptRow[]>(
      `select ${COLUMNS} from ${FROM}
       where ($1::uuid is null or c.seq < (select seq from core.consents where id = $1::uuid)) and ${mayLead(viewer)}
       order by c.seq desc limit ${PAGE + 1}`,
      [from],
    );
    const shown = rows.slice(0, PAGE);
    return { history, rows: shown, next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null };
  });

/**
 * One record.
 * @throws DomainError `not_found` for anyone whose it is not
 */
export const receiptRow = (viewer: SignedIn, id: string) =>
  readOwn(viewer, async (sql, history) => {
    const [row] = isId(id)
      ? await sql.unsafe<ReceiptRow[]>(`select ${COLUMNS} from ${FROM} where c.id = $1::uuid and ${mayLead(viewer)}`, [
          id,
        ])
      : [];
    if (!row) throw notFound();
    return { history, row };
  });
