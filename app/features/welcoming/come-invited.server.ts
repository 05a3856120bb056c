import { acceptInvited, type InvitedAnswer } from '~/features/inviting/answer-invited.server';
import { assignInTurn } from './assign.server';

/** Accepts a member's invitation, and gives the newcomer to the weaver whose turn it is. */
export const comeInvited = (token: string): Promise<InvitedAnswer> => acceptInvited(token, assignInTurn);
