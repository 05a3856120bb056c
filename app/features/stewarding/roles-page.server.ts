import { z } from 'zod';
import { accountOfPerson, roleHolders } from '~/auth/role-holders.server';
import { grantRole, revokeRole } from '~/auth/roles.server';
import { hasFactor } from '~/auth/second-factors/has-factor.server';
import { handOverCode } from '~/auth/second-factors/recovery-codes.server';
import type { SignedIn } from '~/auth/viewer';
import { namesAs } from '~/features/directory/names-as.server';
import { typedPerson } from '~/features/directory/typed-person.server';
import { DomainError } from '~/lib/errors';
import { formText, parseForm } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import { ROLES, type Role } from '~/lib/standing';

export interface Holder {
  personId: string;
  /** Null for who shares no name with stewards. */
  name: string | null;
  handle: string | null;
  roles: Role[];
  hasFactor: boolean;
  isMe: boolean;
}

/** Everyone with a role, by the names that stewards may see. */
export async function rolesPage(viewer: SignedIn): Promise<Holder[]> {
  const holders = await roleHolders(viewer);
  const names = await namesAs(
    viewer,
    holders.map(({ personId }) => personId),
  );
  return holders
    .map((holder) => {
      const { name = null, handle = null } = names.get(holder.personId) ?? {};
      return { ...holder, name, handle, isMe: holder.personId === viewer.personId };
    })
    .sort((a, b) => (a.name ?? '\uffff').localeCompare(b.name ?? '\uffff'));
}

const grant = z.object({ intent: z.literal('grant'), person: formText({ max: 200 }), role: z.enum(ROLES) });
const change = z.object({
  intent: z.enum(['revoke', 'code']),
  personId: z.uuid(),
  role: z.enum(ROLES).optional(),
});

/** What became of a button of the page; `code` is to be handed over by whoever reads this, once. */
export type RoleSaid =
  | { kind: 'granted' | 'had_it'; name: string; role: Role; code: string | null }
  | { kind: 'revoked'; role: Role }
  | { kind: 'code'; code: string }
  | { kind: 'nobody'; person: string };

/**
 * Grants or takes a role, or makes a code for someone who has no second step yet.
 * @throws DomainError `not_found` for anyone but stewards, `conflict` for the last steward, `invalid` for no form of this page
 */
export async function submitRoles(viewer: SignedIn, form: FormData): Promise<RoleSaid> {
  if (form.get('intent') === 'grant') return give(viewer, form);
  const read = parseForm(change, form);
  const account = read.ok ? await accountOfPerson(viewer, read.data.personId) : null;
  if (!read.ok || !account) throw new DomainError('invalid', m.errors_form_unreadable());
  const { intent, role } = read.data;
  if (intent === 'code') return { kind: 'code', code: await handOverCode(viewer, account) };
  if (!role) throw new DomainError('invalid', m.errors_form_unreadable());
  await revokeRole(viewer, account, role);
  return { kind: 'revoked', role };
}

async function give(viewer: SignedIn, form: FormData): Promise<RoleSaid> {
  const read = parseForm(grant, form);
  const typed = String(form.get('person') ?? '').slice(0, 200);
  if (!read.ok && Object.keys(read.errors).some((field) => field !== 'person'))
    throw new DomainError('invalid', m.errors_form_unreadable());
  const person = read.ok ? await typedPerson(viewer, read.data.person) : null;
  const account = person && (await accountOfPerson(viewer, person.personId));
  if (!read.ok || !person || !account) return { kind: 'nobody', person: typed };
  const { role } = read.data;
  const granted = await grantRole(viewer, account, role);
  const bare = granted && !(await hasFactor(account.accountId));
  const code = bare ? await handOverCode(viewer, account) : null;
  return { kind: granted ? 'granted' : 'had_it', name: person.name, role, code };
}
