import { Form, Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button, buttonClass } from '~/ui/button';
import { CheckboxGroup } from '~/ui/choice-group';
import { formatList } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { Section } from '~/ui/section';
import type { MyObjection } from '../objections.server';
import { SettingsNav } from './settings-nav';

/** Said above the form once it was sent. */
export type ObjectionsSaid = 'saved' | 'prove' | null;

/** What one may ask of whoever keeps one's data: a copy, an end to a use of it, and its deletion. */
export function DataPage({ objections, outcome }: { objections: MyObjection[]; outcome: ObjectionsSaid }) {
  return (
    <>
      <SettingsNav />
      <PageHeading title={m.rights_title()} lede={m.rights_lede()} />
      <div className="measure">
        <Section title={m.my_data_title()} id="copy">
          <div className="stack">
            <p>{m.rights_copy_text()}</p>
            <p className="row">
              <a className={buttonClass({ kind: 'primary' })} href="/settings/data.zip">
                {m.rights_copy_zip()}
              </a>
              <a className={buttonClass({})} href="/settings/data.json">
                {m.rights_copy_json()}
              </a>
            </p>
            <p className="hint">{m.rights_copy_hint()}</p>
          </div>
        </Section>
        <Section title={m.rights_objections_title()} id="objections">
          <Objections objections={objections} outcome={outcome} />
        </Section>
        <Section title={m.rights_more_title()}>
          <ul>
            <li>
              <Link to="/settings/profile">{m.rights_more_mend()}</Link>
            </li>
            <li>
              <Link to="/settings/sharing">{m.rights_more_sharing()}</Link>
            </li>
            <li>
              <Link to="/privacy">{m.rights_more_policy()}</Link>
            </li>
            <li>
              <Link to="/settings/leaving">{m.rights_more_leaving()}</Link>
            </li>
          </ul>
        </Section>
      </div>
    </>
  );
}

function Objections({ objections, outcome }: { objections: MyObjection[]; outcome: ObjectionsSaid }) {
  const locale = useLocale();
  const hint = ({ stops, hides }: MyObjection) =>
    hides.length > 0 ? `${stops} ${m.rights_hides({ what: formatList(hides, locale) })}` : stops;
  return (
    <Form method="post" className="stack" preventScrollReset>
      {outcome === 'saved' ? (
        <Notice kind="success" live>
          <p>{m.rights_saved()}</p>
        </Notice>
      ) : null}
      {outcome === 'prove' ? (
        <Notice kind="warning" live title={m.rights_prove_title()}>
          <p>
            {m.rights_prove_text()} <Link to="/sign-in/again?to=%2Fsettings%2Fdata">{m.rights_prove_link()}</Link>
          </p>
        </Notice>
      ) : null}
      <p>{m.rights_objections_text()}</p>
      <CheckboxGroup
        name="objects"
        legend={m.rights_objections_legend()}
        chosen={objections.filter(({ objected }) => objected).map(({ purpose }) => purpose)}
        options={objections.map((each) => ({ value: each.purpose, label: each.label, hint: hint(each) }))}
      />
      <p className="hint">{m.rights_safety()}</p>
      <Button>{m.rights_save()}</Button>
    </Form>
  );
}
