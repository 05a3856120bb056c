import { Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { DefinitionList, type Fact } from '~/ui/definition-list';
import { formatDay } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { Section } from '~/ui/section';
import { claimSentence, stateLabel, stateSentence } from '../claim-words';
import type { ClaimPage } from '../read-claims.server';
import { ClaimActions } from './claim-actions';

const typedText = (text: string) => (
  <span className="typed" dir="auto">
    {text}
  </span>
);
const fact = (term: string, text: string | null): Fact[] => (text ? [{ term, description: typedText(text) }] : []);

/** One claim: what is asked, by whom, how it stands, who objected, and what the reader may do. */
export function ClaimView({ claim, path, error }: { claim: ClaimPage; path: string; error?: string }) {
  const locale = useLocale();
  const facts = [
    ...fact(m.claims_asked_by(), claim.asker),
    ...fact(m.claims_asked_on(), formatDay(claim.createdAt, locale)),
    ...fact(m.claims_position_label(), claim.position),
    ...fact(m.claims_evidence_label(), claim.evidence),
    ...fact(m.claims_words_label(), claim.words),
    ...fact(m.claims_note_label(), claim.note),
  ];
  return (
    <div className="narrow stack-l stack">
      <PageHeading title={m.claims_page_title({ group: claim.group })} lede={claimSentence(claim)}>
        <p>
          <Link to={`/groups/${claim.slug}`}>{m.claims_back()}</Link>
        </p>
      </PageHeading>
      <Notice kind={claim.state === 'contested' ? 'warning' : 'info'} title={stateLabel(claim.state)}>
        <p>{stateSentence(claim, locale)}</p>
      </Notice>
      <DefinitionList items={facts} />
      <Objections claim={claim} />
      <ClaimActions claim={claim} path={path} error={error} />
    </div>
  );
}

function Objections({ claim }: { claim: ClaimPage }) {
  const locale = useLocale();
  if (claim.objections.length === 0) return null;
  return (
    <Section title={m.claims_objections()}>
      <ul className="plain-list">
        {claim.objections.map(({ by, at, words }) => (
          <li key={at}>
            <strong>
              {m.claims_objection_line({ who: by ?? m.claims_objection_contact(), date: formatDay(at, locale) })}
            </strong>
            {words ? <p>{typedText(words)}</p> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
