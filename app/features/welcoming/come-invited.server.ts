import { acceptInvited } from '~/features/inviting/answer-invited.server';
import type { Accepted } from '~/features/joining/answer-link.server';
import { assignInTurn } from './assign.server';

/** Accepts a member's invitation, and gives the newcomer to the weaver whose turn it is. */
export const comeInvited = (token: string): Promise<Accepted> => acceptInvited(token, assignInTurn);
