import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { StillRight } from '~/features/freshness/components/still-right';
import { myFreshness } from '~/features/freshness/confirm.server';
import { ProveNotice } from '~/features/privacy/components/prove-notice';
import { SettingsNav } from '~/features/privacy/components/settings-nav';
import { whoSeesMine } from '~/features/privacy/my-sharing.server';
import { ProfileForm } from '~/features/profile/components/profile-form';
import { SeenByContext } from '~/features/profile/components/seen-by';
import { myProfile } from '~/features/profile/my-profile.server';
import { saveMyProfile } from '~/features/profile/save-my-profile.server';
import { readForm } from '~/lib/forms';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';

const STATUS = { conflict: 409, frozen: 409, invalid: 400, prove: 403 };

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.profile_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const locale = requestLocale(request, viewer);
    const [profile, seen, freshness] = await Promise.all([
      myProfile(viewer, locale),
      whoSeesMine(viewer, locale),
      myFreshness(viewer),
    ]);
    return json({ profile, seen, freshness, justSaved: new URL(request.url).searchParams.has('saved') });
  });

export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const outcome = await saveMyProfile(viewer, await readForm(request), requestLocale(request, viewer));
    if (outcome) return json(outcome, { status: STATUS[outcome.kind] });
    return redirect('/settings/profile?saved');
  });

export default function ProfileSettings() {
  const { profile, seen, freshness, justSaved } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  return (
    <SeenByContext.Provider value={seen}>
      <SettingsNav />
      <PageHeading title={m.profile_title()} lede={m.profile_lede()} />
      {justSaved && !outcome ? (
        <Notice kind="success" live>
          <p>
            {m.profile_saved()} <Link to={`/people/${profile.handle}`}>{m.profile_saved_see()}</Link>
          </p>
        </Notice>
      ) : null}
      <StillRight freshness={freshness} returnTo="/settings/profile" />
      {outcome?.kind === 'prove' ? (
        <ProveNotice
          title={m.choices_profile_prove_title()}
          text={m.choices_profile_prove({ what: outcome.off.join(', ') })}
        />
      ) : null}
      <ProfileForm profile={profile} outcome={outcome} />
    </SeenByContext.Provider>
  );
}
