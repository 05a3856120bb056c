import { one } from '~/features/directory/edit-form';
import { isHex } from '~/lib/colour';
import { m } from '~/lib/paraglide/messages.js';
import { THEME_COLOURS, type ThemeColour, themeTones } from '~/lib/theme';
import { RadioGroup } from '~/ui/choice-group';
import { Field } from '~/ui/field';
import type { FieldsProps } from './network-fields';

const NAMES: Record<ThemeColour, () => string> = {
  forest: m.network_colour_forest,
  river: m.network_colour_river,
  sky: m.network_colour_sky,
  violet: m.network_colour_violet,
  berry: m.network_colour_berry,
  brick: m.network_colour_brick,
  olive: m.network_colour_olive,
  slate: m.network_colour_slate,
};

/** A button as it will look by day and by night. Drawn, because a page may carry no style of its own. */
function Sample({ colour }: { colour: string }) {
  const { light, dark } = themeTones(colour);
  const half = (x: number, paper: string, tones: typeof light) => (
    <>
      <rect x={x} width="44" height="32" fill={paper} />
      <rect x={x + 8} y="8" width="28" height="16" rx="4" fill={tones.green} />
      <rect x={x + 14} y="14.5" width="16" height="3" rx="1.5" fill={tones.on} />
    </>
  );
  return (
    <svg className="colour-sample" viewBox="0 0 88 32" width="88" height="32" aria-hidden="true">
      {half(0, '#faf7f0', light)}
      {half(44, '#161a18', dark)}
    </svg>
  );
}

const Choice = ({ colour, children }: { colour: string; children: string }) => (
  <span className="colour-choice">
    <Sample colour={colour} />
    {children}
  </span>
);

/** The colour of buttons and links: one of those we tried, or any other. */
export function ColourFields({ values, errors }: FieldsProps) {
  const given = one(values, 'ownColour').toLowerCase();
  const own = isHex(given) ? given : THEME_COLOURS.forest;
  const options = (Object.keys(THEME_COLOURS) as ThemeColour[]).map((key) => ({
    value: key,
    label: <Choice colour={THEME_COLOURS[key]}>{NAMES[key]()}</Choice>,
  }));
  return (
    <>
      <div className="colour-choices">
        <RadioGroup
          name="colour"
          legend={m.network_colour()}
          hint={m.network_colour_hint()}
          error={errors.colour}
          options={[...options, { value: 'own', label: <Choice colour={own}>{m.network_colour_own()}</Choice> }]}
          chosen={one(values, 'colour') || 'forest'}
        />
      </div>
      <Field
        name="ownColour"
        label={m.network_own_colour()}
        hint={m.network_own_colour_hint()}
        error={errors.ownColour}
      >
        {(aria) => <input type="color" className="input colour-input" defaultValue={own} {...aria} />}
      </Field>
    </>
  );
}
