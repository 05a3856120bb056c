import { Form, Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { SubNav } from '~/ui/sub-nav';
import { TextArea } from '~/ui/text-field';
import type { DocumentSaid, DraftDocumentData } from '../draft-document.server';
import { Faults } from './faults';
import { languageName } from './language-name';

type DocumentViewProps = { page: DraftDocumentData; saved: boolean; said: DocumentSaid | undefined };

const pathOf = (part: string) => `/steward/policy/text?part=${part}`;

/** The draft's words in one language, or all of it as text. */
export function DocumentView({ page: { part, parts, text, base, faults }, saved, said }: DocumentViewProps) {
  return (
    <>
      <PageHeading title={m.drafting_text_title()} lede={m.drafting_document_lede()}>
        <p>
          <Link to="/steward/policy">{m.drafting_back()}</Link>
        </p>
      </PageHeading>
      <SubNav
        label={m.drafting_text_title()}
        items={parts.map((each) => ({ to: pathOf(each), label: languageName(each) }))}
        currentPath={pathOf(part)}
      />
      <Form method="post" action={`?part=${part}`} className="form section-gap-s" preventScrollReset>
        <input type="hidden" name="base" value={base} />
        {said ? (
          <Notice kind="error" live title={m.drafting_not_kept()}>
            <p>{said.problem}</p>
          </Notice>
        ) : saved ? (
          <Notice kind="success" live>
            <p>{m.drafting_saved()}</p>
          </Notice>
        ) : null}
        <Faults faults={said ? [] : faults} />
        <TextArea
          key={said ? 'typed' : `${part} ${base}`}
          name="text"
          label={languageName(part)}
          hint={part === 'all' ? m.drafting_all_hint() : m.drafting_prose_hint()}
          lang={part === 'all' ? 'en' : part}
          rows={24}
          spellCheck={part !== 'all'}
          defaultValue={said?.text ?? text}
        />
        <div className="form-actions">
          <Button kind="primary">{m.drafting_save()}</Button>
        </div>
      </Form>
      {said ? (
        <details className="picker section-gap-s">
          <summary>{m.drafting_theirs()}</summary>
          <pre className="picker-body edit-text">{text}</pre>
        </details>
      ) : null}
    </>
  );
}
