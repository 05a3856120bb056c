import { writerSql } from '#db/writer.server';
import type { SignedIn } from './viewer';

type Rows = readonly { row?: unknown }[];

/**
 * How the viewer signs in, which roles they have and what was mailed to them, for the file with their own data: what each thing is and when it was used, and never a secret,
 * a token or a hash of one.
 */
export const MY_ACCESS: Readonly<
  Record<string, { of: readonly string[]; read: (viewer: SignedIn) => PromiseLike<Rows> }>
> = {
  roles: {
    of: ['role_grants.account_id'],
    read: ({ accountId }) => writerSql()`
      select jsonb_build_object('role', role, 'created_at', created_at) as row
      from core.role_grants where account_id = ${accountId} order by role`,
  },
  mails: {
    of: ['outbox.about'],
    read: ({ accountId }) => writerSql()`
      select jsonb_build_object('template', template, 'state', state, 'created_at', created_at, 'sent_at', sent_at) as row
      from core.outbox where about ->> 'account' = ${accountId} order by created_at, id`,
  },
  devices: {
    of: ['sessions.account_id'],
    read: ({ accountId }) => writerSql()`
        select jsonb_build_object('device', device, 'proof', proof, 'created_at', created_at, 'proved_at', proved_at,
          'last_seen_at', last_seen_at, 'expires_at', expires_at) as row
        from core.sessions where account_id = ${accountId} order by created_at, id`,
  },
  sign_in_links: {
    of: ['sign_in_tokens.account_id'],
    read: ({ accountId }) => writerSql()`
        select jsonb_build_object('created_at', created_at, 'expires_at', expires_at, 'used_at', used_at,
          'from_console', from_console) as row
        from core.sign_in_tokens where account_id = ${accountId} order by created_at, hash`,
  },
  address_changes: {
    of: ['address_changes.account_id'],
    read: ({ accountId }) => writerSql()`
        select jsonb_build_object('old', old_email, 'new', new_email, 'created_at', created_at, 'done_at', done_at,
          'undone_at', undone_at) as row
        from core.address_changes where account_id = ${accountId} order by created_at, id`,
  },
  passkeys: {
    of: ['passkeys.account_id'],
    read: ({ accountId }) => writerSql()`
        select jsonb_build_object('name', name, 'created_at', created_at, 'used_at', used_at) as row
        from core.passkeys where account_id = ${accountId} order by created_at, id`,
  },
  authenticator_app: {
    of: ['totp_secrets.account_id'],
    read: ({ accountId }) => writerSql()`
        select jsonb_build_object('created_at', created_at, 'confirmed_at', confirmed_at) as row
        from core.totp_secrets where account_id = ${accountId}`,
  },
  recovery_codes: {
    of: ['recovery_codes.account_id'],
    read: ({ accountId }) => writerSql()`
        select jsonb_build_object('created_at', created_at, 'used_at', used_at, 'expires_at', expires_at) as row
        from core.recovery_codes where account_id = ${accountId} order by created_at, hash`,
  },
};
