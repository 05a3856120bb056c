import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { inject } from 'vitest';
import { type DatabaseUrls, ROLE_NAMES, roleName, rolePassword } from '../../db/urls.server';
import { ownerUrl, TEST_SECRET } from './global';

export interface TestDatabase {
  urls: DatabaseUrls;
  drop(): Promise<void>;
}

/** A fresh, migrated database of its own with every role, made in a few milliseconds; nothing is connected to it yet. */
export async function testDatabase(): Promise<TestDatabase> {
  const superuserUrl = inject('superuserUrl');
  const template = inject('template');
  const name = `hub_${randomBytes(6).toString('hex')}`;
  const asSuperuser = async (statement: string) => {
    const sql = postgres(superuserUrl, { max: 1, onnotice: () => undefined });
    await sql.unsafe(statement).finally(() => sql.end());
  };
  await asSuperuser(`create database ${name} template ${template} owner ${template}_owner`);
  // What may be done inside a database is copied with it, but not who may connect.
  const roles = ROLE_NAMES.map((role) => roleName(template, role)).join(', ');
  await asSuperuser(`revoke connect, temporary on database ${name} from public`);
  await asSuperuser(`grant connect on database ${name} to ${roles}`);
  const urls = { owner: ownerUrl(superuserUrl, name) } as DatabaseUrls;
  for (const role of ROLE_NAMES) {
    // The template's roles serve every copy: what they may do is stored in the database and copied with it.
    const url = new URL(urls.owner);
    url.username = roleName(template, role);
    url.password = encodeURIComponent(rolePassword(TEST_SECRET, roleName(template, role)));
    urls[role] = url.toString();
  }
  return { urls, drop: () => asSuperuser(`drop database if exists ${name} with (force)`) };
}
