import { useEffect, useState } from 'react';
import { m } from '~/lib/paraglide/messages.js';
import { type Locale, useLocale } from '~/ui/locale';
import { SelectField } from '~/ui/text-field';

const hourWord = (hour: number) => `${String(hour).padStart(2, '0')}:00`;

/** An hour of the day. */
export function HourField({ name, label, hour }: { name: string; label: string; hour: number }) {
  const options = Array.from({ length: 24 }, (_, each) => ({ value: String(each), label: hourWord(each) }));
  return <SelectField name={name} label={label} defaultValue={String(hour)} options={options} />;
}

/** The name of a weekday, 1 for Monday, and an hour of it. */
export function slotWord({ weekday, hour }: { weekday: number; hour: number }, locale: Locale): string {
  return m.notices_slot({ day: weekdayWord(weekday, locale), hour: hourWord(hour) });
}

// The first of January 2024 was a Monday.
const weekdayWord = (weekday: number, locale: Locale) =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, weekday),
  );

export function WeekdayField({ weekday }: { weekday: number }) {
  const locale = useLocale();
  const options = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: weekdayWord(day, locale) }));
  return <SelectField name="weekday" label={m.notices_weekday()} defaultValue={String(weekday)} options={options} />;
}

const word = (zone: string) => zone.replaceAll('_', ' ');

/** Whoever chose no time zone is proposed the one of their browser; saving keeps it. */
export function TimeZoneField({
  zones,
  chosen,
  usual,
  hint,
}: {
  zones: string[];
  chosen: string | null;
  /** The network's, for whoever may leave it at that. */
  usual?: string;
  hint?: string;
}) {
  const [proposed, setProposed] = useState<string | null>(null);
  useEffect(() => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (usual !== undefined && chosen === null && zones.includes(own)) setProposed(own);
  }, [chosen, usual, zones]);
  const options = zones.map((zone) => ({ value: zone, label: word(zone) }));
  const none = usual === undefined ? [] : [{ value: '', label: m.notices_zone_usual({ zone: word(usual) }) }];
  return (
    <SelectField
      name="timeZone"
      label={m.notices_zone()}
      hint={proposed ? m.notices_zone_proposed() : hint}
      defaultValue={chosen ?? proposed ?? ''}
      options={[...none, ...options]}
    />
  );
}
