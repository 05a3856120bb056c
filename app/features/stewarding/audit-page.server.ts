import type { AuditAction } from '~/auth/audit/append.server';
import { auditPage, brokenEntry } from '~/auth/audit/read.server';
import type { SignedIn } from '~/auth/viewer';
import { namesAs, type PersonName } from '~/features/directory/names-as.server';

/** Whom an entry names: the console, somebody by the name that stewards may see, or somebody without one here any more. */
export type Named = { kind: 'console' } | ({ kind: 'person' } & PersonName) | { kind: 'someone' } | null;

export interface ShownEntry {
  seq: number;
  at: string;
  action: AuditAction;
  detail: Record<string, string | number>;
  actor: Named;
  subject: Named;
}

/**
 * A page of what was done with power over others; the first, which everyone opens, also tells whether the chain of entries
 * is whole.
 */
export async function shownAudit(viewer: SignedIn, before: number | null) {
  const { rows, next } = await auditPage(viewer, before);
  const names = await namesAs(
    viewer,
    rows.flatMap(({ actorId, subjectId }) => [actorId, subjectId]),
  );
  const named = (id: string | null): Named => {
    const person = names.get(id ?? '');
    return person ? { kind: 'person', ...person } : { kind: 'someone' };
  };
  const entries = rows.map(
    ({ seq, at, action, detail, byConsole, actorId, aboutSomeone, subjectId }): ShownEntry => ({
      seq,
      at,
      action,
      detail,
      actor: byConsole ? { kind: 'console' } : named(actorId),
      subject: aboutSomeone ? named(subjectId) : null,
    }),
  );
  return { entries, next, chain: before === null ? { broken: await brokenEntry() } : null };
}
export type AuditView = Awaited<ReturnType<typeof shownAudit>>;
