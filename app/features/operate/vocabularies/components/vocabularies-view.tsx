import { Form, Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { Name } from '~/ui/name';
import { Section } from '~/ui/section';
import { Table } from '~/ui/table';
import type { VocabulariesPage } from '../vocabularies-page.server';
import { LabelFields } from './label-fields';

type Kind = 'interest' | 'skill';

function Terms({ kind, terms }: { kind: Kind; terms: VocabulariesPage['interests'] }) {
  const title = kind === 'interest' ? m.vocab_interests() : m.vocab_skills();
  const columns = [{ label: m.vocab_word() }, { label: m.vocab_people(), numeric: true }];
  if (kind === 'interest') columns.push({ label: m.vocab_groups(), numeric: true });
  return (
    <Section title={title}>
      <div className="stack">
        <Table
          caption={m.vocab_caption({ what: title })}
          columns={columns}
          rows={terms.map((term) => ({
            key: String(term.id),
            cells: [
              <span key="word">
                <Link to={`/operate/vocabularies/${kind}/${term.id}`}>{term.label}</Link>
                {term.retired ? <span className="hint"> {m.vocab_retired()}</span> : null}
              </span>,
              term.people,
              ...(kind === 'interest' ? [term.groups] : []),
            ],
          }))}
        />
        <h3>{m.vocab_add_title()}</h3>
        <Form method="post" className="form">
          <input type="hidden" name="kind" value={kind} />
          <LabelFields id={`add-${kind}`} />
          <div className="form-actions">
            <Button name="intent" value="add">
              {m.vocab_add()}
            </Button>
          </div>
        </Form>
      </div>
    </Section>
  );
}

function Proposals({ proposals }: Pick<VocabulariesPage, 'proposals'>) {
  if (proposals.length === 0) return null;
  return (
    <Section title={m.vocab_proposals()}>
      <div className="stack">
        <p className="measure">{m.vocab_proposals_text()}</p>
        <ul className="plain-list">
          {proposals.map(({ folded, label, groups }) => (
            <li key={folded}>
              <Form method="post" className="row row-between">
                <input type="hidden" name="folded" value={folded} />
                <span>
                  <Name>{label}</Name> <span className="soft">{m.vocab_proposal_groups({ count: groups })}</span>
                </span>
                <span className="row">
                  <Button small name="intent" value="accept" aria-label={`${m.vocab_accept()}: ${label}`}>
                    {m.vocab_accept()}
                  </Button>
                  <Button
                    small
                    kind="quiet"
                    name="intent"
                    value="decline"
                    aria-label={`${m.vocab_decline()}: ${label}`}
                  >
                    {m.vocab_decline()}
                  </Button>
                </span>
              </Form>
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
}

/** The network's own words: what they are, how often they are used, and what imports would add. */
export function VocabulariesView({ page }: { page: VocabulariesPage }) {
  return (
    <div className="stack-l stack">
      <Proposals proposals={page.proposals} />
      <Terms kind="interest" terms={page.interests} />
      <Terms kind="skill" terms={page.skills} />
    </div>
  );
}
