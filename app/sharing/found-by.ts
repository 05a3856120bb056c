import type { CompiledPolicy } from './compile-policy.server';

/** Ways to find rows of a list, and the field of the registry that each goes by. */
const FIELDS = {
  people: {
    interest: 'interests',
    skill: 'skills',
    learn: 'learning',
    language: 'languages',
    role: 'network_role',
    group: 'position',
    newest: 'joined',
    region: 'region',
    town: 'town',
  },
  groups: { interest: 'topics', region: 'town', town: 'town' },
} as const satisfies Record<string, Record<string, string>>;

/**
 * Whether rows may be searched, filtered, sorted, counted and suggested in a way: only by fields whose category the policy
 * calls searchable. A way that goes by no personal field, such as how long a group has been listed, is open.
 */
export function isFoundBy(policy: CompiledPolicy, table: 'people' | 'groups', way: string): boolean {
  const field = (FIELDS[table] as Record<string, string>)[way];
  const subject = table === 'people' ? 'person' : 'group';
  return field === undefined || policy.categoryOf(subject, field)?.searchable === true;
}
