import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { viewerOf } from '~/auth/require-viewer.server';
import { ListedActions } from '~/features/claims/components/listed-actions';
import { NoLead } from '~/features/claims/components/no-lead';
import { whoSpeaks } from '~/features/claims/group-claims.server';
import { GroupPageView } from '~/features/directory/components/group-page';
import { groupPage } from '~/features/directory/group-page.server';
import { StillRight } from '~/features/freshness/components/still-right';
import { groupFreshness } from '~/features/freshness/confirm.server';
import { SignHere } from '~/features/unity/components/sign-here';
import { signingHere } from '~/features/unity/signing-groups.server';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.name, description: args.data?.purpose });

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await viewerOf(request);
    const group = await groupPage(viewer, params.slug ?? '', requestLocale(request, viewer));
    const led = group.mayEdit ? group.standing === 'member' : group.people.some((person) => person.leads);
    const speaks = await whoSpeaks(viewer, group.slug, { led });
    const freshness = viewer.kind === 'person' && group.mayEdit ? await groupFreshness(viewer, group.slug) : null;
    return json({ ...group, speaks, freshness, signing: await signingHere(viewer, group.slug) });
  });

export default function GroupRoute() {
  const { speaks, freshness, signing, ...group } = useLoaderData<typeof loader>();
  return (
    <GroupPageView group={group}>
      {speaks.listed ? <ListedActions slug={group.slug} claim={speaks.claim} /> : null}
      {speaks.leaderless ? <NoLead slug={group.slug} claim={speaks.claim} /> : null}
      {freshness ? <StillRight freshness={freshness} group={group.slug} returnTo={`/groups/${group.slug}`} /> : null}
      <SignHere signing={signing} />
    </GroupPageView>
  );
}
