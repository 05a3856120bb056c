/**
 * SQL for the ids of all whom somebody blocked, or who blocked them, as an array.
 * @param person the column or alias of a query that holds whose; never a value
 */
export const apartOf = (person: 'p.id' | 's.id' | 'reader.id'): string => `array(
  select b.blocked_id from core.blocks b where b.person_id = ${person}
  union select b.person_id from core.blocks b where b.blocked_id = ${person})`;
