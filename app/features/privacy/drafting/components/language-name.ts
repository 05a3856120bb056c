import { m } from '~/lib/paraglide/messages.js';

/** What a part of the document is called: its text in a language, or the whole of it. */
export function languageName(part: string): string {
  if (part === 'all') return m.drafting_part_all();
  if (part === 'en') return m.drafting_part_en();
  return part === 'es' ? m.drafting_part_es() : m.drafting_part_other({ language: part });
}
