import { createHmac } from 'node:crypto';
import { READER_AUDIENCES, type ReaderAudience } from '../app/lib/audience';

export type RoleName = 'writer' | 'self' | `reader_${ReaderAudience}`;
export const ROLE_NAMES: RoleName[] = [
  'writer',
  'self',
  ...READER_AUDIENCES.map((audience) => `reader_${audience}` as const),
];

/** One connection address per database role. */
export type DatabaseUrls = Record<'owner' | RoleName, string>;

export const databaseName = (ownerUrl: string): string => decodeURIComponent(new URL(ownerUrl).pathname.slice(1));

/** PostgreSQL would cut a longer name, and two roles could become one. */
function named(name: string): string {
  if (Buffer.byteLength(name) <= 63) return name;
  throw new Error(`The database's name is too long: ${name} would have more than 63 bytes. Use a shorter one.`);
}

/** Roles belong to the whole cluster, so their names carry the database's. */
export const roleName = (database: string, role: RoleName): string => named(`${database}_${role}`);

export const rolePassword = (secret: string, name: string): string =>
  createHmac('sha256', secret).update(`database role ${name}`).digest('base64url');

/** Addresses of all roles: `explicit` ones where given, otherwise derived from the owner's address and the hub's secret. */
export function roleUrls(
  ownerUrl: string,
  secret: string,
  explicit: Partial<Record<RoleName, string>> = {},
): DatabaseUrls {
  const derived = (role: RoleName): string => {
    const url = new URL(ownerUrl);
    const name = roleName(databaseName(ownerUrl), role);
    url.username = encodeURIComponent(name);
    url.password = rolePassword(secret, name);
    return url.toString();
  };
  const roles = Object.fromEntries(ROLE_NAMES.map((role) => [role, explicit[role] ?? derived(role)]));
  return { owner: ownerUrl, ...(roles as Record<RoleName, string>) };
}
