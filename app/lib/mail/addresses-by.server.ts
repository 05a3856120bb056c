import type { AddressLookup, MailJob } from './registry.server';

type FoundAddress = { id: string; email: string | null };

/** Looks addresses up by the row that mails are about: `rowOf` tells which, `find` the addresses of such rows by their ids. */
export const addressesBy =
  (
    rowOf: (about: MailJob['about']) => string | undefined,
    find: (ids: string[]) => Promise<readonly FoundAddress[]>,
  ): AddressLookup =>
  async (jobs) => {
    const ids = jobs.flatMap(({ about }) => rowOf(about) ?? []);
    const rows = ids.length > 0 ? await find(ids) : [];
    const byId = new Map(rows.map(({ id, email }) => [id, email]));
    return new Map(
      jobs.flatMap(({ id, about }) => {
        const email = byId.get(rowOf(about) ?? '');
        return email ? [[id, email] as const] : [];
      }),
    );
  };
