import { m } from '~/lib/paraglide/messages.js';
import { Button } from './button';
import { type Locale, useLocale } from './locale';

const languages: { locale: Locale; name: string }[] = [
  { locale: 'en', name: 'English' },
  { locale: 'es', name: 'Español' },
];

/** Posts `language` and `returnTo` to /language. A plain form: the whole document comes back in the other language. */
export function LanguageSwitch({ currentPath }: { currentPath: string }) {
  const current = useLocale();
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
