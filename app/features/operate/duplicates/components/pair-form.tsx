import { Form } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { DefinitionList } from '~/ui/definition-list';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/section';
import type { Picks } from '../pair-fields';
import type { Compared } from '../pair-page.server';
import { CompareField, Said } from './compare-field';
import { dropWords, fieldWords, mergeWords } from './words';

/** Both groups of a pair side by side, and the three things that can be done. */
export function PairForm({ compared, picks }: { compared: Compared; picks: Picks }) {
  const { fields, hindrances, seen, contactHidden } = compared;
  const { drop, merge } = hindrances;
  const mayMerge = drop === null && merge === null;
  const differing = fields.filter(
    ({ field, difference }) => field === 'name' || (difference !== 'same' && difference !== 'empty'),
  );
  const same = fields.filter(({ field, difference }) => field !== 'name' && difference === 'same');
  return (
    <Form method="post" className="stack-l stack">
      <input type="hidden" name="seen" value={seen} />
      <div className="compare">
        {differing.map((view) => (
          <CompareField key={view.field} view={view} chosen={picks[view.field]} choose={mayMerge} />
        ))}
        {same.length > 0 ? (
          <details className="more">
            <summary>{m.dup_same_fields({ count: same.length })}</summary>
            <DefinitionList
              items={same.map(({ field, ours }) => ({ term: fieldWords(field), description: <Said texts={ours} /> }))}
            />
          </details>
        ) : null}
        {contactHidden ? <p className="hint">{m.dup_contact_hidden()}</p> : null}
      </div>
      <Section title={m.dup_what()}>
        <div className="stack">
          {drop ? <Notice icon="info">{dropWords(drop)}</Notice> : null}
          {!drop && merge ? <Notice icon="info">{mergeWords(merge)}</Notice> : null}
          <div className="compare-actions">
            {drop ? null : <Act intent="kept" words={m.dup_keep()} hint={m.dup_keep_hint()} />}
            {mayMerge ? <Act intent="merged" words={m.dup_merge()} hint={m.dup_merge_hint()} /> : null}
            <Act intent="both" words={m.dup_both()} hint={m.dup_both_hint()} />
          </div>
        </div>
      </Section>
    </Form>
  );
}

const Act = ({ intent, words, hint }: { intent: string; words: string; hint: string }) => (
  <div className="compare-action">
    <Button name="intent" value={intent} aria-describedby={`act-${intent}`}>
      {words}
    </Button>
    <p className="hint" id={`act-${intent}`}>
      {hint}
    </p>
  </div>
);
