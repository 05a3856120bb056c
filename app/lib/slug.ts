import { fold } from './text';

/** An address part made from a name: letters, digits and single hyphens of any script; `fallback` where nothing is left. */
export function slugify(name: string, fallback = 'group'): string {
  const slug = fold(name)
    .replaceAll(' ', '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');
  return slug || fallback;
}
