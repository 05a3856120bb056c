import type { SignedIn } from '~/auth/viewer';
import { mySharing } from '~/features/privacy/my-sharing.server';
import type { Standing } from '~/lib/standing';
import { makePerson } from '../../factories/people';
import { asMember } from '../../factories/viewers';

/** Someone new, with a row behind them and nothing saved. */
export async function someone(name: string, standing: 'member' | 'newcomer' = 'member'): Promise<SignedIn> {
  const { id, handle } = await makePerson({ name, headline: 'Samples creeks' }, {}, { standing });
  return asMember({ personId: id, handle, name, standing: standing as Standing });
}

/** The form as the page renders it for someone, with some of its fields changed; undefined leaves one out. */
export async function sharingForm(
  viewer: SignedIn,
  change: Record<string, string | undefined> = {},
  locale: 'en' | 'es' = 'en',
) {
  const { policy, choices } = await mySharing(viewer, locale);
  const fields: Record<string, string | undefined> = { policy: policy.sha256, save: 'all' };
  for (const choice of choices.filter(({ fixed }) => !fixed)) {
    fields[choice.name] = choice.chosen;
    fields[`${choice.name}.words`] = choice.wordsSha256;
    fields[`${choice.name}.was`] = choice.saved ?? '';
  }
  return asForm({ ...fields, ...change });
}

export function asForm(fields: Record<string, string | undefined>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.append(name, value);
  return form;
}
