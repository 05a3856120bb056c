import { fold, levenshtein } from '~/lib/text';
import { type SiteKey, sameSite, siteKey } from './urls';

/** A group as far as duplicates are told by it; `row` if it stands in this file, `id` once it is stored. */
export interface Known {
  row?: number;
  id?: string;
  name: string;
  country: string | null;
  website: string | null;
  /** What it is known by in its source: a group is no duplicate of itself. */
  key: string | null;
}

export interface Suspect {
  because: 'same_name' | 'same_website' | 'near_name';
  of: Known;
}

interface Entry {
  known: Known;
  core: string;
  site: SiteKey | null;
}

/** How many names that share all words but one are compared. */
const MOST_COMPARED = 300;

const coreName = (name: string) => fold(name).replace(/^(?:the|el|la|los|las|le|les) /, '') || fold(name) || name;

/** The names a name is near to have all its words but one; a name of one word, its beginning. */
function nearKeys(core: string): string[] {
  const words = core.split(' ');
  if (words.length === 1) return [`^${core.slice(0, 3)}`];
  return [...new Set(words.map((_, at) => words.toSpliced(at, 1).join(' ')))];
}

/** Chapters that differ by their number are not each other. */
const digits = (core: string) => core.replace(/\P{N}/gu, '');

const slips = (core: string) => (core.length < 8 ? 0 : core.length < 16 ? 1 : 2);

/** Finds groups that may be the same. Nothing is decided by it: a suspect is told to people. */
export class DuplicateIndex {
  private readonly byName = new Map<string, Entry[]>();
  private readonly byHost = new Map<string, Entry[]>();
  private readonly byNearKey = new Map<string, Entry[]>();
  private readonly byKey = new Map<string, Known>();

  /** The group that is known by a key in its source, if there is one. */
  keyed = (key: string | null): Known | undefined => (key === null ? undefined : this.byKey.get(key));

  add(known: Known): void {
    if (known.key !== null) this.byKey.set(known.key, known);
    const entry: Entry = { known, core: coreName(known.name), site: known.website ? siteKey(known.website) : null };
    push(this.byName, entry.core, entry);
    if (entry.site) push(this.byHost, entry.site.host, entry);
    for (const key of nearKeys(entry.core)) push(this.byNearKey, key, entry);
  }

  /**
   * The first group with the same name anywhere, else the same website, else nearly the same name in the same country.
   * @param apart whether people said of a group that it is another one
   */
  find(candidate: Known, apart: (of: Known) => boolean = () => false): Suspect | null {
    const core = coreName(candidate.name);
    const site = candidate.website ? siteKey(candidate.website) : null;
    const other = ({ known }: Entry) => (known.key === null || known.key !== candidate.key) && !apart(known);
    const first = (because: Suspect['because'], entry: Entry | undefined): Suspect | null =>
      entry ? { because, of: entry.known } : null;
    const near = (entry: Entry) =>
      other(entry) &&
      (entry.known.country ?? candidate.country) === (candidate.country ?? entry.known.country) &&
      digits(entry.core) === digits(core) &&
      levenshtein(core, entry.core, slips(core)) <= slips(core);
    return (
      first('same_name', this.byName.get(core)?.find(other)) ??
      first(
        'same_website',
        site
          ? this.byHost
              .get(site.host)
              ?.find((entry) => other(entry) && entry.site !== null && sameSite(site, entry.site))
          : undefined,
      ) ??
      first(
        'near_name',
        nearKeys(core)
          .flatMap((key) => this.byNearKey.get(key)?.slice(0, MOST_COMPARED) ?? [])
          .find(near),
      )
    );
  }
}

function push(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const list = map.get(key);
  if (list) list.push(entry);
  else map.set(key, [entry]);
}
