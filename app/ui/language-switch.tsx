import { m } from '~/lib/paraglide/messages.js';
import { Button } from './button';
import { type Locale, useLocale } from './locale';

/** The languages of the interface, each by its own name. */
export const LANGUAGES: { locale: Locale; name: string }[] = [
  { locale: 'en', name: 'English' },
  { locale: 'es', name: 'Español' },
];

type LanguageSwitchProps = { currentPath: string; locales?: readonly Locale[] };

/**
 * Posts `language` and `returnTo` to /language. A plain form: the whole document comes back in the other language.
 * Nothing where there is only one language to choose.
 */
export function LanguageSwitch({ currentPath, locales }: LanguageSwitchProps) {
  const current = useLocale();
  const languages = LANGUAGES.filter(({ locale }) => locales?.includes(locale) ?? true);
  if (languages.length < 2) return null;
  return (
    <form method="post" action="/language" className="language" aria-label={m.shell_language()}>
      <input type="hidden" name="returnTo" value={currentPath} />
      {languages.map(({ locale, name }) => (
        <Button
          key={locale}
          kind="quiet"
          small
          name="language"
          value={locale}
          lang={locale}
          aria-pressed={locale === current}
        >
          {name}
        </Button>
      ))}
    </form>
  );
}
