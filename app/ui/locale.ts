import { createContext, useContext } from 'react';

export type Locale = 'en' | 'es';

/** The language of the page. The root provides it, so that the server and the browser format alike. */
export const LocaleContext = createContext<Locale>('en');

export function useLocale(): Locale {
  return useContext(LocaleContext);
}
