import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { GroupForm } from '~/features/directory/components/group-form';
import { groupEditPage, saveGroupForm } from '~/features/directory/group-form.server';
import { deadLinksOf } from '~/features/directory/group-page.server';
import { DeadLinks } from '~/features/freshness/components/dead-links';
import { StillRight } from '~/features/freshness/components/still-right';
import { groupFreshness } from '~/features/freshness/confirm.server';
import { ExportMyGroup } from '~/features/operate/export/components/export-links';
import { GroupChoices } from '~/features/privacy/components/group-choices';
import { groupSharing, saveGroupSharing } from '~/features/privacy/group-sharing.server';
import { readForm } from '~/lib/forms';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';

const STATUS = { saved: 200, prove: 403, stale: 409, conflict: 409, frozen: 409, invalid: 400 };

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: m.profile_group_title({ name: args.data?.page.name ?? '' }), noindex: true });

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const locale = requestLocale(request, viewer);
    const slug = params.slug ?? '';
    const [page, freshness] = [await groupEditPage(viewer, slug, locale), await groupFreshness(viewer, slug)];
    const justSaved = new URL(request.url).searchParams.has('saved');
    const dead = await deadLinksOf(viewer, slug);
    return json({ page, sharing: await groupSharing(viewer, slug, locale), justSaved, freshness, dead });
  });

export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const locale = requestLocale(request, viewer);
    const slug = params.slug ?? '';
    const form = await readForm(request);
    if (form.has('policy')) {
      const sharing = await saveGroupSharing(viewer, slug, form, locale);
      return json({ sharing, edit: null }, { status: STATUS[sharing.kind] });
    }
    const edit = await saveGroupForm(viewer, slug, form, locale);
    if (edit) return json({ sharing: null, edit }, { status: STATUS[edit.kind] });
    return redirect(`/groups/${encodeURIComponent(slug)}/edit?saved`);
  });

export default function EditGroup() {
  const { page, sharing, justSaved, freshness, dead } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <>
      <PageHeading title={m.profile_group_title({ name: page.name })} lede={m.profile_group_lede()}>
        {sharing ? (
          <p>
            <Link to={`/groups/${page.slug}/leads`}>{m.claims_leads_link()}</Link>
          </p>
        ) : null}
      </PageHeading>
      {justSaved && !result ? (
        <Notice kind="success" live>
          <p>
            {m.profile_group_saved()} <Link to={`/groups/${page.slug}`}>{m.profile_group_saved_see()}</Link>
          </p>
        </Notice>
      ) : null}
      {freshness ? <StillRight freshness={freshness} group={page.slug} returnTo={`/groups/${page.slug}/edit`} /> : null}
      <DeadLinks dead={dead} />
      <GroupForm page={page} outcome={result?.edit ?? undefined} />
      {sharing ? <GroupChoices sharing={sharing} outcome={result?.sharing ?? undefined} /> : null}
      {sharing ? <ExportMyGroup slug={page.slug} /> : null}
    </>
  );
}
