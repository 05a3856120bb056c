import { json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { ClaimsAtHome } from '~/features/claims/components/claims-at-home';
import { claimsAtHome } from '~/features/claims/read-claims.server';
import { concernsAtHome } from '~/features/concerns/at-home.server';
import { ConcernsAtHome } from '~/features/concerns/components/concerns-at-home';
import { MyHubPage } from '~/features/directory/components/my-hub-page';
import { myHub } from '~/features/directory/home.server';
import { StillRight } from '~/features/freshness/components/still-right';
import { myFreshness } from '~/features/freshness/confirm.server';
import { InviteAtHome } from '~/features/inviting/components/invite-at-home';
import { AddressTroubleNotice } from '~/features/notices/components/address-trouble';
import { myMailTrouble } from '~/features/notices/mail-trouble.server';
import { MailTroubleAtHome } from '~/features/operate/mail/components/mail-trouble';
import { mailTroubleFor } from '~/features/operate/mail/mail-trouble.server';
import { NextSteps } from '~/features/operate/next/components/next-steps';
import { nextSteps } from '~/features/operate/next/next-steps.server';
import { RoleNotices } from '~/features/security/components/role-notices';
import { roleProofs } from '~/features/security/role-proofs';
import { UnityAtHome } from '~/features/unity/components/unity-at-home';
import { unityAtHome } from '~/features/unity/home.server';
import { welcomingAtHome } from '~/features/welcoming/at-home.server';
import { PathAtHome } from '~/features/welcoming/components/path-at-home';
import { VouchesAtHome } from '~/features/welcoming/components/vouch-question';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';
import { Section } from '~/ui/section';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.home_my_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    if (viewer.standing === 'held') throw redirect('/paused');
    const locale = requestLocale(request, viewer);
    const [hub, next, freshness, claims, unity, welcoming, mail, address, concerns] = await Promise.all([
      myHub(viewer),
      nextSteps(viewer),
      myFreshness(viewer),
      claimsAtHome(viewer),
      unityAtHome(viewer, locale),
      welcomingAtHome(viewer, locale),
      mailTroubleFor(viewer),
      myMailTrouble(viewer),
      concernsAtHome(viewer),
    ]);
    const told = { hub, next, freshness, claims, unity, welcoming, mail, address, concerns };
    return json({ ...told, proofs: roleProofs(viewer) });
  });

export default function HomeRoute() {
  const data = useLoaderData<typeof loader>();
  const { hub, next, freshness, claims, unity, welcoming, mail, address, concerns, proofs } = data;
  const more = (
    <>
      <ClaimsAtHome claims={claims} />
      <Section title={m.freshness_mine_title()}>
        <StillRight freshness={freshness} returnTo="/home" />
      </Section>
      {hub.standing === 'member' ? <InviteAtHome /> : null}
    </>
  );
  return (
    <MyHubPage hub={hub} more={more}>
      <AddressTroubleNotice trouble={address} />
      <MailTroubleAtHome trouble={mail} />
      <RoleNotices {...proofs} />
      <ConcernsAtHome concerns={concerns} />
      <PathAtHome path={welcoming.path} />
      <VouchesAtHome questions={welcoming.questions} />
      <UnityAtHome unity={unity} />
      <NextSteps steps={next} />
    </MyHubPage>
  );
}
