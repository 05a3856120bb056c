import { hasRole, type SignedIn } from '~/auth/viewer';
import { mySharing } from '~/features/directory/my-sharing.server';
import { readNetworkSettings } from '~/features/directory/network.server';
import { networkNumbers } from '~/features/directory/numbers.server';
import { canSendMail } from '~/lib/mail/deliver.server';

export type NextStep = 'sharing' | 'groups' | 'people' | 'mail' | 'backups';

/** What whoever set the network up does next, from what they may count themselves; nothing for everyone else, and once the network lives. */
export async function nextSteps(viewer: SignedIn): Promise<NextStep[]> {
  const operates = hasRole(viewer, 'operator');
  if (!operates && !hasRole(viewer, 'steward')) return [];
  const [settings, numbers, sharing] = await Promise.all([
    readNetworkSettings(viewer),
    networkNumbers(viewer),
    mySharing(viewer),
  ]);
  if (!settings?.setUp) return [];
  const open: NextStep[] = [
    ...(sharing.member.length === 0 ? (['sharing'] as const) : []),
    ...(operates && numbers.memberGroups + numbers.listedGroups === 0 ? (['groups'] as const) : []),
    ...(hasRole(viewer, 'steward') && numbers.people < 2 ? (['people'] as const) : []),
    ...(operates && !canSendMail() ? (['mail'] as const) : []),
  ];
  return open.length > 0 && operates ? [...open, 'backups'] : open;
}
