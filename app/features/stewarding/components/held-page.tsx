import { Form, Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { formatMoment } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { PageHeading } from '~/ui/page-heading';
import { Section } from '~/ui/section';
import { TextArea } from '~/ui/text-field';
import type { PauseAnswer } from '../pauses/hold-page.server';
import type { MyPause } from '../pauses/pause-pages.server';
import { PauseSaid } from './pause-said';

const READ = [
  { path: '/settings/sharing', label: m.privacy_sharing_title },
  { path: '/settings/data', label: m.my_data_title },
  { path: '/settings/security', label: m.security_title },
];

/** What someone reads whose entry is held for their safety: what that means, why, and who lifts it. */
export function HeldPage({ pause, said }: { pause: MyPause; said: PauseAnswer | undefined }) {
  const locale = useLocale();
  const typed = said?.kind === 'invalid' ? said.typed : undefined;
  const { network, own, reason, objection, begun, ends } = pause;
  const since = formatMoment(begun, locale);
  const by = ends ? m.holding_mine_until({ until: formatMoment(ends, locale) }) : m.holding_mine_two({ network });
  return (
    <div className="measure">
      <PageHeading title={m.holding_mine_title()} lede={own ? m.holding_mine_own({ since }) : by} />
      <PauseSaid said={said} />
      {reason ? (
        <Section title={own ? m.holding_mine_wrote() : m.pausing_mine_why()}>
          <p>
            <bdi className="edit-text">{reason}</bdi>
          </p>
        </Section>
      ) : null}
      <Section title={m.holding_mine_means_title()}>
        <div className="stack">
          <p>{m.holding_mine_means()}</p>
          <ul>
            {READ.map(({ path, label }) => (
              <li key={path}>
                <Link to={path}>{label()}</Link>
              </li>
            ))}
          </ul>
        </div>
      </Section>
      {own ? (
        <Section title={m.holding_mine_lift_title()}>
          <Form method="post" className="stack">
            <p>{m.holding_mine_lift_text()}</p>
            <div className="row">
              <Button name="intent" value="lift">
                {m.holding_lift()}
              </Button>
            </div>
          </Form>
        </Section>
      ) : null}
      <Section title={m.holding_mine_ask_title()} id="objection">
        <Form method="post" className="form">
          <TextArea
            name="objection"
            label={m.holding_mine_ask_words()}
            hint={m.holding_mine_ask_hint({ network })}
            error={typed === undefined ? undefined : m.pausing_error_reason()}
            defaultValue={typed ?? objection ?? ''}
            maxLength={2000}
            required
          />
          <div className="form-actions">
            <Button>{m.pausing_mine_button()}</Button>
          </div>
        </Form>
      </Section>
      <Section title={m.pausing_mine_leave()}>
        <p>
          {m.holding_mine_leave_text()} <Link to="/settings/leaving">{m.leaving_title()}</Link>
        </p>
      </Section>
    </div>
  );
}
