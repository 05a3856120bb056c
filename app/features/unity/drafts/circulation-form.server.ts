import type { SignedIn } from '~/auth/viewer';
import { parseForm, takeForm } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import { circulateToGroup, makeLink, revokeLink, takeFromGroup } from './circulation.server';
import { errorTexts } from './comment-errors';
import type { CirculationSaid } from './components/draft-circulation';
import { groupForm, linkForm, takeBackForm } from './draft-form';

/** Does what one of the forms about a draft's readers asks; what cannot be done comes back with what was typed. */
export async function submitCirculation(viewer: SignedIn, draft: string, form: FormData): Promise<CirculationSaid> {
  const typed = (name: string) => String(form.get(name) ?? '').slice(0, 200);
  if (form.get('intent') === 'link') {
    const parsed = parseForm(linkForm, form);
    if (!parsed.ok)
      return { field: 'label', error: errorTexts(parsed.errors).label ?? m.claims_error_form(), typed: typed('label') };
    await makeLink(viewer, draft, parsed.data.label);
    return undefined;
  }
  if (form.get('intent') === 'group') {
    const parsed = parseForm(groupForm, form);
    const done = parsed.ok && (await circulateToGroup(viewer, draft, parsed.data));
    return done ? undefined : { field: 'group', error: m.unity_circulate_unknown(), typed: typed('group') };
  }
  const { intent, id } = takeForm(takeBackForm, form);
  await (intent === 'revoke' ? revokeLink : takeFromGroup)(viewer, draft, id);
  return undefined;
}
