import type { Viewer } from './viewer';

/** Whoever causes a change: a viewer, or the hub itself acting for its console's owner. */
export type Actor = Viewer | { kind: 'system'; reason: 'console' | 'demo' | 'import' | 'clock' };

/** The hub itself, when time has come for something. */
export const CLOCK: Actor = { kind: 'system', reason: 'clock' };

/** Whoever types a command on the hub's machine. */
export const CONSOLE: Actor = { kind: 'system', reason: 'console' };

export const personIdOf = (actor: Actor): string | null => (actor.kind === 'person' ? actor.personId : null);
