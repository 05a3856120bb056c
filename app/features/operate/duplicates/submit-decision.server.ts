import type { SignedIn } from '~/auth/viewer';
import { takeForm } from '~/lib/forms';
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
  const sent = takeForm(decisionForm, form);
  const { intent, seen } = sent;
  const all = `/operate/import/${runId}/duplicates`;
  const picks = picksOf(sent);
  if (intent === 'take-back')
    return (await takeBack(viewer, runId, line)) === 'changed'
      ? { outcome: 'written_since', picks }
      : { to: `${all}/${line}` };
  const decided = await decidePair(viewer, runId, line, { choice: intent, picks, seen });
  if (decided !== 'done') return { outcome: decided, picks };
  const next = nextWaiting((await runPairs(viewer, runId)).pairs, line);
  return { to: `${all}${next === null ? '' : `/${next}`}?said=${line}` };
}
