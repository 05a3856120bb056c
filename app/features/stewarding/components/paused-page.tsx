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

/** What someone whose account is paused reads: why, for how long, and how to object. */
export function PausedPage({ pause, said }: { pause: MyPause; said: PauseAnswer | undefined }) {
  const locale = useLocale();
  const typed = said?.kind === 'invalid' ? said.typed : undefined;
  const { network, reason, objection, begun, ends } = pause;
  return (
    <div className="measure">
      <PageHeading
        title={m.pausing_mine_title()}
        lede={ends ? m.pausing_mine_until({ until: formatMoment(ends, locale) }) : m.pausing_mine_lede({ network })}
      />
      <PauseSaid said={said} />
      <Section title={m.pausing_mine_why()}>
        <div className="stack">
          <p>
            <bdi className="edit-text">{reason}</bdi>
          </p>
          <p className="soft">{m.pausing_mine_since({ since: formatMoment(begun, locale) })}</p>
          <p>{m.pausing_mine_means()}</p>
        </div>
      </Section>
      <Section title={m.pausing_mine_object()} id="objection">
        <Form method="post" className="form">
          <TextArea
            name="objection"
            label={m.pausing_mine_words()}
            hint={m.pausing_mine_words_hint({ network })}
            error={typed === undefined ? undefined : m.pausing_error_reason()}
            defaultValue={typed ?? objection ?? ''}
            maxLength={2000}
            required
          />
          <div className="form-actions">
            <Button kind="primary">{m.pausing_mine_button()}</Button>
          </div>
        </Form>
      </Section>
      <Section title={m.pausing_mine_leave()}>
        <p>
          {m.pausing_mine_leave_text()} <Link to="/settings/leaving">{m.leaving_title()}</Link>
        </p>
      </Section>
    </div>
  );
}
