/** What choices are grouped by, in the order of the page. */
export const THEMES = ['who', 'what', 'where', 'reach', 'here', 'other'] as const;
export type Theme = (typeof THEMES)[number];

const FIELDS: Partial<Record<Theme, readonly string[]>> = {
  who: ['name', 'alias', 'pronouns', 'headline', 'bio', 'links', 'photo', 'position', 'network_role', 'identity'],
  what: ['interests', 'skills', 'learning', 'languages', 'needs', 'weaving'],
  where: ['region', 'town', 'exact_place'],
  reach: ['email', 'phone', 'contact_handle'],
  here: ['circles', 'signature', 'joined', 'last_confirmed'],
};

/** The theme of a category by the first field of a person it holds; a network regroups fields as it likes. */
export const themeOf = ({ subject, fields }: { subject: string; fields: readonly string[] }): Theme =>
  subject === 'person' ? (THEMES.find((theme) => FIELDS[theme]?.includes(fields[0] ?? '')) ?? 'other') : 'other';

/** Categories by theme, themes without any left out. */
export const byTheme = <C extends { theme: Theme }>(choices: readonly C[]): { theme: Theme; choices: C[] }[] =>
  THEMES.map((theme) => ({ theme, choices: choices.filter((choice) => choice.theme === theme) })).filter(
    (part) => part.choices.length > 0,
  );
