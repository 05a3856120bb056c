import type { Sql } from '#db/client.server';
import type { StoredStep, Welcome } from '#db/schema/welcoming';
import type { Viewer } from '~/auth/viewer';
import { readAs } from '~/sharing/read.server';
import { perRevision } from '~/sharing/revision.server';
import { JOIN_TEXT_NAMES, type JoinTexts } from './join-texts';
import { STARTER_TEXTS } from './starter-texts';

interface Stored {
  texts: Partial<JoinTexts> | null;
  welcome: Welcome;
  steps: StoredStep[] | null;
}

const NOTHING: Stored = { texts: null, welcome: 'conversation', steps: null };

const read = perRevision(async (sql: Sql): Promise<Stored> => {
  const [row] = await sql<Stored[]>`select texts, welcome, steps from ref.joining`;
  return row ?? NOTHING;
});

/** What this network says of joining and how it welcomes, whole: public like the rest of what it says of itself. */
export const readJoining = (viewer: Viewer): Promise<Stored> => read(readAs(viewer));

/** Every text of the join page; those that nobody wrote as the hub comes with them. */
export const textsOf = (stored: Partial<JoinTexts> | null): JoinTexts =>
  Object.fromEntries(JOIN_TEXT_NAMES.map((name) => [name, stored?.[name] ?? STARTER_TEXTS[name]])) as JoinTexts;
