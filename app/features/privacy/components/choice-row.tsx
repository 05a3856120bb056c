import { m } from '~/lib/paraglide/messages.js';
import { fieldId } from '~/ui/field';
import { formatDay } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import type { ChoiceView } from '../choices.server';
import { ChoiceButton } from './choice-button';

type ChoiceRowProps = { choice: ChoiceView; open: boolean; unsaved: (now: string) => string };

/** One category: who sees it now, and opened, what it is used for and a button for each audience. */
export function ChoiceRow({ choice, open, unsaved }: ChoiceRowProps) {
  const locale = useLocale();
  const { name, label, fixed, nowLabel, nowSentence, savedOn, saved, options, wordsSha256 } = choice;
  const labelId = `label-${name}`;
  if (fixed)
    return (
      <div className="share-row share-fixed">
        <span className="share-what">{label}</span>
        <span className="share-now">{m.choices_fixed_now()}</span>
      </div>
    );
  const notes = [
    choice.shownSomewhere ? '' : m.privacy_choice_not_shown(),
    choice.widest,
    choice.purposes,
    savedOn ? m.privacy_choice_saved_on({ date: formatDay(savedOn, locale) }) : '',
  ];
  return (
    <details className="share-row" aria-labelledby={labelId} open={open}>
      <summary>
        <span className="share-what" id={labelId}>
          {label}
        </span>
        <span className="share-now">{savedOn ? nowLabel : `${nowLabel} · ${m.choices_not_chosen()}`}</span>
      </summary>
      <div className="share-body stack">
        <p>{savedOn ? m.privacy_choice_now({ sentence: nowSentence }) : unsaved(nowSentence)}</p>
        <fieldset id={fieldId(name)} tabIndex={-1}>
          <legend className="sr-only">{m.privacy_choice_who({ what: label })}</legend>
          {options.map((option) => (
            <ChoiceButton key={option.audience} choice={choice} {...option} />
          ))}
        </fieldset>
        <p className="hint">{notes.filter(Boolean).join(' ')}</p>
      </div>
      <input type="hidden" name={`${name}.words`} value={wordsSha256} />
      <input type="hidden" name={`${name}.was`} value={saved ?? ''} />
      {saved ? null : <input type="hidden" name={name} value={choice.chosen} />}
    </details>
  );
}
