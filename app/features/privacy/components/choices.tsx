import type { Audience } from '~/lib/audience';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { RadioGroup } from '~/ui/choice-group';
import { formatDay } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Setting } from '~/ui/setting';
import type { ChoiceView } from '../choices.server';

type ChoicesProps = {
  choices: ChoiceView[];
  policySha256: string;
  /** What was chosen and not saved, to stand selected again. */
  kept?: Record<string, Audience>;
  /** The sentence for a category nobody chose for yet. */
  unsaved: (now: string) => string;
};

/** The fields of a form of sharing choices: one setting per category, and a button that saves all. */
export function Choices({ choices, policySha256, kept = {}, unsaved }: ChoicesProps) {
  return (
    <>
      <input type="hidden" name="policy" value={policySha256} />
      {/* What Enter presses: the first button of the form. */}
      <button type="submit" name="save" value="all" hidden />
      <div className="settings measure">
        {choices.map((choice) =>
          choice.fixed ? (
            <Setting key={choice.name} title={choice.label} sentence={m.privacy_choice_always()} note={choice.purposes}>
              {null}
            </Setting>
          ) : (
            <ChoiceSetting key={choice.name} choice={choice} kept={kept[choice.name]} unsaved={unsaved} />
          ),
        )}
      </div>
    </>
  );
}

type ChoiceSettingProps = { choice: ChoiceView; kept?: Audience; unsaved: (now: string) => string };

function ChoiceSetting({ choice, kept, unsaved }: ChoiceSettingProps) {
  const locale = useLocale();
  const { name, label, nowSentence, savedOn, saved, options, wordsSha256 } = choice;
  const now = savedOn ? m.privacy_choice_now({ sentence: nowSentence }) : unsaved(nowSentence);
  const notes = [
    choice.shownSomewhere ? '' : m.privacy_choice_not_shown(),
    choice.purposes,
    savedOn ? m.privacy_choice_saved_on({ date: formatDay(savedOn, locale) }) : '',
  ];
  return (
    <Setting title={label} sentence={now} now={choice.widest} note={notes.filter(Boolean).join(' ')}>
      <RadioGroup
        key={`${wordsSha256} ${saved}`}
        name={name}
        legend={m.privacy_choice_who({ what: label })}
        legendHidden
        chosen={kept ?? choice.chosen}
        options={options.map(({ audience, words }) => ({ value: audience, label: words }))}
      />
      <input type="hidden" name={`${name}.words`} value={wordsSha256} />
      <input type="hidden" name={`${name}.was`} value={saved ?? ''} />
      <Button kind="quiet" small name="save" value={name}>
        {m.privacy_save_one({ what: label })}
      </Button>
      {saved && saved !== 'self' ? (
        <Button kind="quiet" small name="stop" value={name}>
          {m.receipt_stop({ what: label })}
        </Button>
      ) : null}
    </Setting>
  );
}
