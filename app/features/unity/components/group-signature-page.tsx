import { Form, Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { formatDay } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Name } from '~/ui/name';
import { PageHeading } from '~/ui/page-heading';
import { Section } from '~/ui/section';
import type { GroupSignaturePage } from '../group-signature.server';
import type { ShownStatement } from '../statements.server';
import { Changes } from './changes';
import { StatementProse } from './statement-prose';
import { type UnitySaid, UnitySaidNotice } from './unity-said';

type Group = GroupSignaturePage['group'];

/** Someone who may signs the statement for a group, and answers for it whether it is named and its logo used. */
export function GroupSignatureView({ page, said }: { page: GroupSignaturePage; said?: UnitySaid | undefined }) {
  const { group, statement } = page;
  return (
    <div className="narrow stack-l stack">
      <PageHeading title={m.unity_gsig_title({ name: group.name })} lede={m.unity_gsig_lede()}>
        <p className="row">
          <Link to={`/groups/${group.slug}`}>
            <Name>{group.name}</Name>
          </Link>
          {group.leads ? <Link to={`/groups/${group.slug}/signers`}>{m.unity_gsig_signers()}</Link> : null}
        </p>
      </PageHeading>
      <UnitySaidNotice said={said} by="group" />
      {statement ? <Statement group={group} statement={statement} /> : <p>{m.unity_gsig_none()}</p>}
    </div>
  );
}

function Statement({ group, statement }: { group: Group; statement: ShownStatement }) {
  const locale = useLocale();
  const { signed } = group;
  const stands = signed?.version === statement.version;
  return (
    <>
      {stands ? <p>{m.unity_gsig_signed_on({ date: formatDay(signed.on, locale) })}</p> : null}
      {signed && !stands ? (
        <div className="stack">
          <p>{m.unity_gsig_older({ version: signed.version })}</p>
          <Changes statement={statement} />
        </div>
      ) : null}
      <details className="picker" open={!stands}>
        <summary>{m.unity_gsig_read()}</summary>
        <div className="picker-body">
          <StatementProse statement={statement} />
        </div>
      </details>
      <Section title={m.unity_gsig_form({ version: statement.version, title: statement.title })}>
        <SignForGroup group={group} version={statement.version} stands={stands} />
      </Section>
      {signed ? (
        <Form method="post" action={`/groups/${group.slug}/signature/withdrawal`} className="stack-s stack">
          <p className="hint">{m.unity_gsig_withdraw_text()}</p>
          <Button kind="danger" small>
            {m.unity_gsig_withdraw()}
          </Button>
        </Form>
      ) : null}
    </>
  );
}

function SignForGroup({ group, version, stands }: { group: Group; version: number; stands: boolean }) {
  return (
    <Form method="post" className="form">
      <input type="hidden" name="version" value={version} />
      <fieldset>
        <legend className="sr-only">{m.unity_gsig_title({ name: group.name })}</legend>
        <Choice name="named" label={m.unity_gsig_named()} hint={m.unity_gsig_named_hint()} on={group.signed?.named} />
        <Choice name="logo" label={m.unity_gsig_logo()} hint={m.unity_gsig_logo_hint()} on={group.signed?.logo} />
      </fieldset>
      {stands ? null : <p>{m.unity_gsig_text({ version })}</p>}
      <div className="form-actions">
        <Button kind={stands ? 'secondary' : 'primary'}>
          {stands ? m.unity_gsig_save() : m.unity_gsig_button({ name: group.name })}
        </Button>
      </div>
    </Form>
  );
}

function Choice({
  name,
  label,
  hint,
  on = false,
}: {
  name: string;
  label: string;
  hint: string;
  on?: boolean | undefined;
}) {
  return (
    <label className="choice">
      <input type="checkbox" name={name} value="on" defaultChecked={on} />
      <span>
        {label}
        <span className="hint">{hint}</span>
      </span>
    </label>
  );
}
