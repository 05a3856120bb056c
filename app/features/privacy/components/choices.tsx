import { useLocation } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { fieldId } from '~/ui/field';
import { Section } from '~/ui/section';
import { useHydrated } from '~/ui/use-hydrated';
import type { ChoiceView } from '../choices.server';
import { byTheme, type Theme } from '../themes';
import { ChoiceRow } from './choice-row';

const TITLES: Record<Theme, () => string> = {
  who: m.choices_theme_who,
  what: m.choices_theme_what,
  where: m.choices_theme_where,
  reach: m.choices_theme_reach,
  here: m.choices_theme_here,
  other: m.choices_theme_other,
};

type ChoicesProps = {
  choices: ChoiceView[];
  policySha256: string;
  /** The category whose button was pressed, to stand open. */
  pressed: string | null;
  /** The sentence for a category nobody chose for yet. */
  unsaved: (now: string) => string;
};

/** The fields of a form of sharing choices: a line per category, by theme, which opens to a button per audience. */
export function Choices({ choices, policySha256, pressed, unsaved }: ChoicesProps) {
  const { hash } = useLocation();
  const asked = useHydrated() ? hash : '';
  const isOpen = (name: string) => (pressed ? name === pressed : asked === `#${fieldId(name)}`);
  const parts = byTheme(choices);
  const rows = (some: ChoiceView[]) => (
    <div className="share-rows">
      {some.map((choice) => (
        <ChoiceRow key={choice.name} choice={choice} open={isOpen(choice.name)} unsaved={unsaved} />
      ))}
    </div>
  );
  return (
    <div className="share-choices measure">
      <input type="hidden" name="policy" value={policySha256} />
      <p className="hint">{m.choices_tap()}</p>
      {parts.length === 1
        ? rows(choices)
        : parts.map(({ theme, choices: some }) => (
            <div key={theme} className="share-theme">
              <Section title={TITLES[theme]()} id={`theme-${theme}`}>
                {rows(some)}
              </Section>
            </div>
          ))}
    </div>
  );
}
