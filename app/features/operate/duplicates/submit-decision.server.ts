import type { SignedIn } from '~/auth/viewer';
import { DomainError } from '~/lib/errors';
import { parseForm } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import { type Decided, decidePair } from './decide.server';
import { decisionForm, picksOf } from './decision-form';
import type { Picks } from './pair-fields';
import { nextWaiting, runPairs } from './pairs.server';
import { takeBack } from './take-back.server';

/** What a pair's page shows again, or the address that comes next. */
export type Submitted = { to: string } | { outcome: Exclude<Decided, 'done'> | 'written_since'; picks: Picks };

/** Does what the form of a pair says. @throws DomainError as `decidePair` does, and `invalid` for another form */
export async function submitDecision(
  viewer: SignedIn,
  runId: string,
  line: number,
  form: FormData,
): Promise<Submitted> {
  const sent = parseForm(decisionForm, form);
  if (!sent.ok) throw new DomainError('invalid', m.errors_form_unreadable());
  const { intent, seen } = sent.data;
  const all = `/operate/import/${runId}/duplicates`;
  const picks = picksOf(sent.data);
  if (intent === 'take-back')
    return (await takeBack(viewer, runId, line)) === 'changed'
      ? { outcome: 'written_since', picks }
      : { to: `${all}/${line}` };
  const decided = await decidePair(viewer, runId, line, { choice: intent, picks, seen });
  if (decided !== 'done') return { outcome: decided, picks };
  const next = nextWaiting((await runPairs(viewer, runId)).pairs, line);
  return { to: `${all}${next === null ? '' : `/${next}`}?said=${line}` };
}
