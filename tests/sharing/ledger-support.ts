import { publishPolicy } from '~/features/privacy/publish-policy.server';
import type { Audience } from '~/lib/audience';
import { command } from '~/sharing/command.server';
import { type GrantSubject, saveGrants } from '~/sharing/grants.server';
import { isSound, verifyLedger } from '~/sharing/ledger/verify-ledger.server';
import { readPolicyInForce } from '~/sharing/policies.server';
import document from '~/sharing/policy/default.md?raw';
import { writerSql } from '../../db/writer.server';
import { SYSTEM } from '../factories/people';

export const sound = async () => isSound(await verifyLedger());

export const save = (subject: GrantSubject, ...choices: [category: string, audience: Audience][]) =>
  command((unit) =>
    saveGrants(
      unit,
      subject,
      choices.map(([category, audience]) => ({ category, audience, wordsSha256: 'words' })),
    ),
  );
export const person = (id: string): GrantSubject => ({ kind: 'person', id, givenBy: id });

export const recordsOf = (id: string) =>
  writerSql()`
    select c.category, c.audience, c.event, c.method, c.actor_key = doer.key::text as mine, c.purposes
    from core.consents c left join core.subject_keys p on p.key = c.subject_key
    left join core.group_keys g on g.key = c.subject_key left join core.subject_keys doer on doer.key::text = c.actor_key
    where ${id} in (p.person_id, g.group_id) order by c.seq`;

const today = new Date().toISOString().slice(0, 10);
/** Publishes the shipped policy with a change as the next version. */
export async function publish(change: (text: string) => string = (text) => text, effective = today): Promise<void> {
  const version = ((await readPolicyInForce(writerSql()))?.version ?? 0) + 1;
  await publishPolicy(
    SYSTEM,
    change(document)
      .replace(/^version: .*$/m, `version: ${version}`)
      .replace(/^effective: .*$/m, `effective: ${effective}`),
  );
}
