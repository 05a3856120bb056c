import { contrast, type Oklch, toHex, toOklch } from './colour';

/** Colours to choose from, by the key of their name in the messages; the first is the hub's own. */
export const THEME_COLOURS = {
  forest: '#1f5a43',
  river: '#1d5c7a',
  sky: '#2456a6',
  violet: '#5b3a8e',
  berry: '#8f2552',
  brick: '#9a3b1e',
  olive: '#5c5a16',
  slate: '#3f4a52',
} as const;
export type ThemeColour = keyof typeof THEME_COLOURS;

/** The tones that follow from a colour: text and buttons, the same under the pointer, a tint behind text, text on the colour. */
export interface Tones {
  green: string;
  hover: string;
  tint: string;
  on: string;
}

/** What the tones have to stand on, as in tokens.css. */
const LIGHT = { paper: '#faf7f0', card: '#fffdf8', others: ['#fae6e2', '#f7e8df'] };
const DARK = { paper: '#161a18', card: '#1d2320', others: ['#3a2220', '#35261e'] };
const TEXT = 4.6;
const SHAPE = 3.05;
const STEP = 0.004;

/** Moves a colour's lightness in steps until it can be read on every surface. */
function readable(start: Oklch, step: number, surfaces: readonly string[], shapes: readonly string[]): Oklch {
  const fits = (hex: string) =>
    surfaces.every((surface) => contrast(hex, surface) >= TEXT) &&
    shapes.every((shape) => contrast(hex, shape) >= SHAPE);
  let { l } = start;
  while (l > 0 && l < 1 && !fits(toHex({ ...start, l }))) l += step;
  return { ...start, l };
}

function lightTones({ l, c, h }: Oklch): Tones {
  const tint = toHex({ l: 0.945, c: Math.min(c * 0.16, 0.028), h });
  const base = readable(
    { l: Math.min(l, 0.62), c, h },
    -STEP,
    [LIGHT.paper, LIGHT.card, tint, '#ffffff'],
    LIGHT.others,
  );
  // Almost black cannot become darker under the pointer.
  const hover = readable({ ...base, l: base.l < 0.2 ? base.l + 0.12 : base.l - 0.07 }, -STEP, [LIGHT.paper, tint], []);
  return { green: toHex(base), hover: toHex(hover), tint, on: '#ffffff' };
}

function darkTones({ l, c, h }: Oklch): Tones {
  const tint = toHex({ l: 0.29, c: Math.min(c * 0.3, 0.032), h });
  const soft = { l: Math.max(l, 0.74), c: Math.min(c, 0.11), h };
  const base = readable(soft, STEP, [DARK.paper, DARK.card, tint], DARK.others);
  const hover = base.l > 0.93 ? base.l - 0.07 : base.l + 0.055;
  return {
    green: toHex(base),
    hover: toHex({ ...base, l: hover }),
    tint,
    on: toHex({ l: 0.23, c: Math.min(c, 0.03), h }),
  };
}

/** The tones of a colour (`#rrggbb`) in both themes: however light or dark it is, text in and on them can be read. */
export function themeTones(colour: string): { light: Tones; dark: Tones } {
  const wanted = toOklch(colour);
  return { light: lightTones(wanted), dark: darkTones(wanted) };
}

const declarations = ({ green, hover, tint, on }: Tones): string =>
  `--green:${green};--green-hover:${hover};--green-tint:${tint};--on-green:${on}`;

/** The style sheet that puts a network's colour in place of the hub's own, in the order of tokens.css. */
export function themeCss(colour: string): string {
  const { light, dark } = themeTones(colour);
  return (
    `:root{${declarations(light)}}` +
    `@media (prefers-color-scheme:dark){:root:not([data-theme="light"]){${declarations(dark)}}}` +
    `:root[data-theme="dark"]{${declarations(dark)}}\n`
  );
}

/** Where the style sheet of a colour is: another colour has another address, so it may be kept for good. */
export const themePath = (colour: string): string => `/theme.css?v=${colour.slice(1)}`;
