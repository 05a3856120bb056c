import type { Viewer } from './viewer';

/** Whoever causes a change: a viewer, or the hub itself acting for its console's owner. */
export type Actor = Viewer | { kind: 'system'; reason: 'console' | 'demo' | 'import' | 'clock' };

export const personIdOf = (actor: Actor): string | null => (actor.kind === 'person' ? actor.personId : null);
