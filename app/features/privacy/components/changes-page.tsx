import { Form, Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { RadioGroup } from '~/ui/choice-group';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { Setting } from '~/ui/setting';
import type { AnswersResult } from '../changes/answer.server';
import type { MyQuestions, Question } from '../changes/questions.server';
import { ProveNotice } from './prove-notice';
import { SettingsNav } from './settings-nav';

type ChangesPageProps = {
  questions: MyQuestions;
  outcome: AnswersResult | undefined;
  /** Where one goes who decides later. */
  to: string;
};

/** What a newer policy would allow, and a calm answer to each: nothing is chosen beforehand. */
export function ChangesPage({ questions: { policy, asked }, outcome, to }: ChangesPageProps) {
  if (asked.length === 0)
    return (
      <>
        <SettingsNav />
        <PageHeading title={m.changes_none_title()} lede={m.changes_none_text()}>
          {outcome ? <OutcomeNotice kind={outcome.kind} /> : null}
          <p>
            <Link to="/settings/sharing">{m.changes_none_link()}</Link>
          </p>
        </PageHeading>
      </>
    );
  return (
    <>
      <SettingsNav />
      <PageHeading title={m.changes_title()} lede={m.changes_lede()}>
        <p>
          <Link to={`/privacy/${policy.version}`}>{m.changes_policy({ version: policy.version })}</Link>
        </p>
      </PageHeading>
      <div className="stack measure">{outcome ? <OutcomeNotice kind={outcome.kind} /> : null}</div>
      <Form method="post" className="stack">
        <input type="hidden" name="policy" value={policy.sha256} />
        <div className="settings measure">
          {asked.flatMap(({ name, questions }) =>
            questions.map((question) => (
              <QuestionSetting
                key={`${question.field} ${question.wordsSha256}`}
                group={name}
                question={question}
                answer={outcome?.answers[question.field]}
              />
            )),
          )}
        </div>
        <div className="stack measure">
          <p className="hint">
            {m.changes_save_note()} {m.changes_other({ page: m.privacy_sharing_title() })}
          </p>
          <p className="row">
            <Button kind="primary">{m.changes_save()}</Button>
            <Link to={to}>{m.changes_later()}</Link>
          </p>
        </div>
      </Form>
    </>
  );
}

type QuestionProps = {
  /** Name of the group it is about; null where it is about oneself. */
  group: string | null;
  question: Question;
  answer: string | undefined;
};

function QuestionSetting({ group, question, answer }: QuestionProps) {
  const { field, label, changes, now, agreed, wordsSha256 } = question;
  const same = agreed === now;
  const title = group === null ? label : m.changes_of_group({ what: label, name: group });
  return (
    <Setting title={title} sentence={changes.join(' ')} now={m.changes_now({ sentence: now })}>
      <RadioGroup
        name={field}
        legend={m.changes_question({ what: title })}
        legendHidden
        chosen={answer}
        options={[
          { value: 'agree', label: m.changes_agree(), hint: same ? m.changes_agree_same() : agreed },
          { value: 'leave', label: m.changes_leave(), hint: same ? m.changes_leave_same() : now },
        ]}
      />
      <input type="hidden" name={`${field}.words`} value={wordsSha256} />
    </Setting>
  );
}

function OutcomeNotice({ kind }: { kind: AnswersResult['kind'] }) {
  switch (kind) {
    case 'saved':
      return null;
    case 'stale':
      return (
        <Notice kind="warning" live title={m.changes_stale_title()}>
          <p>{m.changes_stale_text()}</p>
        </Notice>
      );
    case 'prove':
      return <ProveNotice title={m.changes_prove_title()} text={m.changes_prove_text()} />;
    default:
      return (
        <Notice kind="error" live>
          <p>{kind === 'empty' ? m.changes_empty() : m.changes_unknown()}</p>
        </Notice>
      );
  }
}
