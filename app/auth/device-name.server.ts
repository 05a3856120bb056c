import Bowser from 'bowser';

/** Browser and system in the words of a `User-Agent` header, such as "Firefox, Linux"; null for what says neither. */
export function deviceName(userAgent: string | null): string | null {
  if (!userAgent) return null;
  const { browser, os } = Bowser.parse(userAgent.slice(0, 500));
  return [browser.name, os.name].filter(Boolean).join(', ').slice(0, 60) || null;
}
