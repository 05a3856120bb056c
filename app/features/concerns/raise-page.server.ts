import type { Viewer } from '~/auth/viewer';
import { canSendMail } from '~/lib/mail/deliver.server';
import { command } from '~/sharing/command.server';
import { HEARERS } from './assign.server';
import { contactIds } from './contacts.server';
import { namesFor } from './names.server';
import { outsidePerson } from './outside.server';

/** Who would read a concern of this viewer, as far as they may know. */
export interface RaisePage {
  /** Stewards who take concerns and share their name with this viewer. */
  stewards: { id: string; name: string }[];
  /** Whether there are others, too. */
  more: boolean;
  /** Whether there are two at all, not counting the viewer. */
  enough: boolean;
  /** The trusted person outside, whose name is for everyone. */
  outside: string | null;
  signedIn: boolean;
  sendsMail: boolean;
}

/** What the page says before anything is typed. Names of stewards come from the viewer's projection. */
export async function raisePage(viewer: Viewer): Promise<RaisePage> {
  const me = viewer.kind === 'person' ? viewer.personId : null;
  const { ids, outside } = await command(async ({ db }) => ({
    ids: (await contactIds(db)).filter((id) => id !== me),
    outside: await outsidePerson(db),
  }));
  const names = await namesFor(viewer, ids);
  const stewards = ids.flatMap((id) => {
    const shown = names.get(id);
    return shown ? [{ id, name: shown.name }] : [];
  });
  return {
    stewards,
    more: stewards.length < ids.length,
    enough: ids.length >= HEARERS,
    outside: outside?.name ?? null,
    signedIn: me !== null,
    sendsMail: canSendMail(),
  };
}
