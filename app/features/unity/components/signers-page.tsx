import { Form, Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { Name } from '~/ui/name';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { Section } from '~/ui/section';
import type { Signer, SignersPage } from '../signers.server';

/** Who may sign for a group, for those who lead it. */
export function SignersView({ page, saved }: { page: SignersPage; saved: boolean }) {
  return (
    <div className="narrow stack-l stack">
      <PageHeading title={m.unity_signers_title({ name: page.name })} lede={m.unity_signers_lede()}>
        <p>
          <Link to={`/groups/${page.slug}/signature`}>{m.unity_gsig_title({ name: page.name })}</Link>
        </p>
      </PageHeading>
      {saved ? (
        <Notice kind="success" live>
          <p>{m.unity_signers_saved()}</p>
        </Notice>
      ) : null}
      <Section title={m.unity_signers_now()}>
        <People list={page.signers} empty={m.unity_signers_none()} removes />
      </Section>
      <Section title={m.unity_signers_others()}>
        <People list={page.others} empty={m.unity_signers_nobody()} />
      </Section>
    </div>
  );
}

function People({ list, empty, removes = false }: { list: Signer[]; empty: string; removes?: boolean }) {
  if (list.length === 0) return <p className="soft">{empty}</p>;
  return (
    <ul className="plain-list">
      {list.map(({ id, name, handle, title }) => {
        const called = name ?? m.unity_signers_nameless();
        return (
          <li key={id} className="row row-between">
            <span>
              {handle ? (
                <Link to={`/people/${handle}`}>
                  <Name>{called}</Name>
                </Link>
              ) : (
                called
              )}
              {title ? <span className="soft"> · {title}</span> : null}
            </span>
            <Form method="post" preventScrollReset>
              <input type="hidden" name="person" value={id} />
              <Button
                name="intent"
                value={removes ? 'remove' : 'confirm'}
                kind="quiet"
                small
                aria-label={
                  removes ? m.unity_signers_remove_of({ name: called }) : m.unity_signers_confirm_of({ name: called })
                }
              >
                {removes ? m.unity_signers_remove() : m.unity_signers_confirm()}
              </Button>
            </Form>
          </li>
        );
      })}
    </ul>
  );
}
