import { Form } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { CheckboxGroup, RadioGroup } from '~/ui/choice-group';
import { useLocale } from '~/ui/locale';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { Setting } from '~/ui/setting';
import type { MyNotices } from '../choices.server';
import type { AddressTrouble } from '../mail-trouble.server';
import { topicField } from '../topic-field';
import { AddressTroubleNotice } from './address-trouble';
import { HourField, slotWord, TimeZoneField } from './time-fields';

interface NoticesPageProps {
  notices: MyNotices;
  trouble: AddressTrouble | null;
  /** Whether the yearly question is wanted. */
  reminder: boolean;
  zones: string[];
  justSaved: boolean;
}

const KINDS = {
  at_once: m.notices_at_once,
  weekly: m.notices_weekly,
  never: m.notices_never,
};

function Topics({ topics }: { topics: MyNotices['topics'] }) {
  return topics.map(({ key, title, text, kinds, choice }) => (
    <Setting key={key} title={title} sentence={text}>
      <RadioGroup
        name={topicField(key)}
        legend={title}
        legendHidden
        chosen={choice}
        options={kinds.map((kind) => ({ value: kind, label: KINDS[kind]() }))}
      />
    </Setting>
  ));
}

function Yearly({ wanted }: { wanted: boolean }) {
  return (
    <Setting title={m.freshness_notices_yearly()} sentence={m.freshness_notices_yearly_text()}>
      <RadioGroup
        name="reminder"
        legend={m.freshness_notices_yearly()}
        legendHidden
        chosen={wanted ? 'yes' : 'no'}
        options={[
          { value: 'yes', label: m.freshness_notices_yes() },
          { value: 'no', label: m.freshness_notices_no() },
        ]}
      />
    </Setting>
  );
}

function Alerts({ byPlace, byInterest }: { byPlace: boolean; byInterest: boolean }) {
  return (
    <Setting title={m.notices_alerts_title()} sentence={m.notices_alerts_text()} note={m.notices_alerts_note()}>
      <CheckboxGroup
        name="alertsByPlace"
        legend={m.notices_alerts_title()}
        legendHidden
        chosen={byPlace ? ['on'] : []}
        options={[{ value: 'on', label: m.notices_alerts_place() }]}
      />
      <CheckboxGroup
        name="alertsByInterest"
        legend={m.notices_alerts_interest()}
        legendHidden
        chosen={byInterest ? ['on'] : []}
        options={[{ value: 'on', label: m.notices_alerts_interest() }]}
      />
    </Setting>
  );
}

/** Which mails one gets besides those one asked for, how often, and when not. */
export function NoticesPage({ notices, trouble, reminder, zones, justSaved }: NoticesPageProps) {
  const when = slotWord(notices.letter, useLocale());
  return (
    <>
      <PageHeading title={m.freshness_notices_title()} lede={m.notices_lede({ when })} />
      <AddressTroubleNotice trouble={trouble} />
      {justSaved ? (
        <Notice kind="success" live>
          <p>{m.freshness_notices_saved()}</p>
        </Notice>
      ) : null}
      <Form key={JSON.stringify([notices, reminder])} method="post" className="settings measure">
        <input type="hidden" name="intent" value="save" />
        <Topics topics={notices.topics} />
        <Alerts byPlace={notices.alertsByPlace} byInterest={notices.alertsByInterest} />
        <Yearly wanted={reminder} />
        <Setting title={m.notices_quiet_title()} sentence={m.notices_quiet_text()} note={m.notices_quiet_note()}>
          <div className="form setting-fields">
            <div className="edit-pair">
              <HourField name="quietFrom" label={m.notices_quiet_from()} hour={notices.quietFrom} />
              <HourField name="quietTo" label={m.notices_quiet_to()} hour={notices.quietTo} />
            </div>
            <TimeZoneField zones={zones} chosen={notices.timeZone} usual={notices.letter.timeZone} />
          </div>
        </Setting>
        <Setting title={m.notices_off_title()} sentence={m.notices_off_text()}>
          <CheckboxGroup
            name="allOff"
            legend={m.notices_off_title()}
            legendHidden
            chosen={notices.allOff ? ['on'] : []}
            options={[{ value: 'on', label: m.notices_off_label() }]}
          />
        </Setting>
        <div className="form-actions">
          <Button kind="primary">{m.freshness_notices_save()}</Button>
        </div>
      </Form>
    </>
  );
}
