import { join } from 'node:path';
import { z } from 'zod';
import { env } from '~/lib/env.server';
import { appendLines, readLines } from '~/lib/json-lines.server';
import { log } from '~/lib/log.server';

/** That somebody asked to leave, or stayed after all; people stand by their subject key. */
export interface NotedDeparture {
  subjectKey: string;
  askedAt: Date;
  eraseAt: Date;
  stayed: boolean;
}

const date = z.iso.datetime().transform((text) => new Date(text));
const line = z.strictObject({ subjectKey: z.uuid(), askedAt: date, eraseAt: date, stayed: z.boolean() });

/** Where a wish to leave outlives the database, beside the backups: an older one shows nobody again who is leaving. */
export const departuresPath = (): string => join(env().dataDir, 'backups', 'departures.jsonl');

/** What was last noted of each, by subject key. */
export const departuresFromFile = (path = departuresPath()): Map<string, NotedDeparture> =>
  new Map(readLines(path, line).map((each) => [each.subjectKey, each]));

/** Adds a line; a file that cannot be written undoes nothing, and the next hour adds what it lacks. */
export function noteDeparture(departure: NotedDeparture): void {
  try {
    appendLines(departuresPath(), [departure]);
  } catch (error) {
    log(
      `The file of departures could not be written (${(error as NodeJS.ErrnoException).code}); it is tried again within the hour.`,
    );
  }
}
