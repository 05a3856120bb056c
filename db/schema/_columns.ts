import { sql } from 'drizzle-orm';
import { customType, integer, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Random on purpose: an ordered id would tell when its row was made. */
export const id = () => uuid().primaryKey().default(sql`gen_random_uuid()`);

export const moment = () => timestamp({ withTimezone: true, mode: 'date' });

export const created = { createdAt: moment().notNull().defaultNow() };

export const timestamps = { ...created, updatedAt: moment().notNull().defaultNow() };

/** Counts the saves of a row, so that two people editing it at once are told. */
export const version = () => integer().notNull().default(1);

export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });
export const point = customType<{ data: string }>({ dataType: () => 'point' });
