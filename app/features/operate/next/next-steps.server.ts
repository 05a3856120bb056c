import { hasRole, type SignedIn } from '~/auth/viewer';
import { mySharing } from '~/features/directory/my-sharing.server';
import { readNetworkSettings } from '~/features/directory/network.server';
import { networkNumbers } from '~/features/directory/numbers.server';
import { canSendMail } from '~/lib/mail/deliver.server';

export type NextStep = 'sharing' | 'groups' | 'people' | 'mail' | 'backups';

export interface NextSteps {
  /** Whether the viewer looks after pages and vocabularies. */
  operates: boolean;
  /** What a young network still has to do; empty once it lives. */
  steps: NextStep[];
}

/** What whoever set the network up does next, from what they may count themselves; null for everyone else. */
export async function nextSteps(viewer: SignedIn): Promise<NextSteps | null> {
  const operates = hasRole(viewer, 'operator');
  if (!operates && !hasRole(viewer, 'steward')) return null;
  const [settings, numbers, sharing] = await Promise.all([
    readNetworkSettings(viewer),
    networkNumbers(viewer),
    mySharing(viewer),
  ]);
  if (!settings?.setUp) return { operates, steps: [] };
  const open: NextStep[] = [
    ...(sharing.member.length === 0 ? (['sharing'] as const) : []),
    ...(operates && numbers.memberGroups + numbers.listedGroups === 0 ? (['groups'] as const) : []),
    ...(hasRole(viewer, 'steward') && numbers.people < 2 ? (['people'] as const) : []),
    ...(operates && !canSendMail() ? (['mail'] as const) : []),
  ];
  return { operates, steps: open.length > 0 ? [...open, 'backups'] : [] };
}
