import { sql } from 'drizzle-orm';
import type { Sql } from '#db/client.server';
import type { Localised } from '#db/schema/network';
import { VISITOR, type Viewer } from '~/auth/viewer';
import { inLanguage } from '~/lib/localised';
import { offerLanguages } from '~/lib/messages/locale.server';
import { baseLocale, type Locale, locales } from '~/lib/paraglide/runtime.js';
import { command } from '~/sharing/command.server';
import { readAs } from '~/sharing/read.server';
import { perRevision } from '~/sharing/revision.server';

/** What the network says of itself, whole: every language of every text. */
export interface NetworkSettings {
  name: string;
  purpose: Localised;
  description: Localised;
  demo: boolean;
  /** `#rrggbb`, or null for the hub's own green. */
  themeColor: string | null;
  locales: Locale[];
  defaultLocale: Locale;
  /** Whether its first steward has set it up. */
  setUp: boolean;
}

const readSettings = perRevision(async (sql: Sql): Promise<NetworkSettings | null> => {
  const [row] = await sql<NetworkSettings[]>`
    select name, purpose, description, demo, theme_color as "themeColor", locales, default_locale as "defaultLocale",
      set_up_at is not null as "setUp" from ref.network`;
  return row ?? null;
});

/** The settings as stored, or null on a hub of which nothing is known yet. */
export const readNetworkSettings = (viewer: Viewer): Promise<NetworkSettings | null> => readSettings(readAs(viewer));

export interface NetworkSelf extends Omit<NetworkSettings, 'purpose' | 'description'> {
  purpose: string;
  description: string;
}

const NOBODY_YET: NetworkSettings = {
  name: 'Commonweave',
  purpose: {},
  description: {},
  demo: false,
  themeColor: null,
  locales: [...locales],
  defaultLocale: baseLocale,
  setUp: false,
};

/**
 * What the network says of itself, in the reader's language where it did. This process offers the languages found here
 * from then on, so that one that another process changed reaches every page.
 */
export async function readNetwork(viewer: Viewer, locale: Locale): Promise<NetworkSelf> {
  const { purpose, description, ...rest } = (await readNetworkSettings(viewer)) ?? NOBODY_YET;
  offerLanguages({ locales: rest.locales, fallback: rest.defaultLocale });
  const words = (text: Localised) => inLanguage(text, locale, rest.defaultLocale).text;
  return { ...rest, purpose: words(purpose), description: words(description) };
}

/** Lets this process offer the languages of the network, before its first page. */
export const takeOverLanguages = (): Promise<unknown> => readNetwork(VISITOR, baseLocale);

/** Whether nothing was ever done with this hub: no person, no group, no word of a network, no link to set one up. */
export async function isEmptyHub(): Promise<boolean> {
  return command(async ({ db }) => {
    const [row] = await db.execute<{ empty: boolean }>(sql`
      select not exists (select from core.people) and not exists (select from core.groups)
        and not exists (select from ref.network) and not exists (select from core.set_up_links) as empty`);
    return row?.empty === true;
  });
}
