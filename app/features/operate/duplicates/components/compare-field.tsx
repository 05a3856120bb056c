import { m } from '~/lib/paraglide/messages.js';
import { Icon } from '~/ui/icon';
import type { Pick } from '../pair-fields';
import type { PairFieldView } from '../pair-page.server';
import { pickControl } from '../pick-control';
import { differenceWords, fieldWords, pickWords } from './words';

/** Longest text that stands open whole; of a longer one, so many characters, and the rest unfolds. */
const LONGEST = 900;
const OPEN = 700;

/** One field that differs: what each of the two says, and, where `choose` is set, whose words a merged group takes. */
export function CompareField({ view, chosen, choose }: { view: PairFieldView; chosen?: Pick; choose: boolean }) {
  const { field, difference, suggested } = view;
  const asked = choose && difference !== 'same';
  const sides: Pick[] = asked ? view.picks : ['ours', 'theirs'];
  return (
    <fieldset className="compare-field">
      <legend>
        {fieldWords(field)}{' '}
        <span className="compare-mark" data-same={difference === 'same' || undefined}>
          {differenceWords(difference)}
        </span>
      </legend>
      <div className="compare-sides">
        {sides.map((side) => (
          <div key={side} className="compare-side" data-side={side}>
            {asked ? (
              <label className="choice">
                <input
                  type="radio"
                  name={pickControl(field)}
                  value={side}
                  defaultChecked={side === (chosen ?? suggested)}
                />
                <span>{pickWords(side)}</span>
              </label>
            ) : (
              <p className="compare-whose">{pickWords(side)}</p>
            )}
            {side === 'both' ? <BothNote lost={view.lost} /> : <Said texts={view[side]} />}
          </div>
        ))}
      </div>
    </fieldset>
  );
}

const BothNote = ({ lost }: { lost: number }) =>
  lost > 0 ? (
    <p className="hint compare-value">
      <Icon name="warning" /> {m.dup_take_both_lost({ lost })}
    </p>
  ) : null;

/** What one of the two says of a field: a list as a list, a long text folded. */
export function Said({ texts }: { texts: string[] }) {
  const [text, ...more] = texts;
  if (text === undefined) return <p className="compare-value compare-nothing">{m.dup_nothing()}</p>;
  if (more.length > 0)
    return (
      <ul className="compare-value compare-list">
        {texts.map((each) => (
          <li key={each} dir="auto">
            {each}
          </li>
        ))}
      </ul>
    );
  const cut = text.length > LONGEST ? Math.max(text.lastIndexOf(' ', OPEN), OPEN / 2) : text.length;
  return (
    <div className="compare-value">
      <p className="edit-text" dir="auto">
        {text.slice(0, cut)}
        {cut < text.length ? ' …' : ''}
      </p>
      {cut < text.length ? (
        <details className="more">
          <summary>{m.dup_rest()}</summary>
          <p className="edit-text" dir="auto">
            … {text.slice(cut).trimStart()}
          </p>
        </details>
      ) : null}
    </div>
  );
}
