import { pgSchema } from 'drizzle-orm/pg-core';

/** Everything as it was told to the hub. Only the writer role, and the self role for own rows, may read it. */
export const core = pgSchema('core');

/** Reference data without any person in it: places, vocabularies, what the network says of itself. Every role may read it. */
export const ref = pgSchema('ref');
