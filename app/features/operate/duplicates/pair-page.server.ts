import { mustBe } from '~/auth/must-be';
import type { SignedIn } from '~/auth/viewer';
import type { GroupValues } from '~/features/directory/groups.schema';
import { labelsOf } from '~/features/directory/labels';
import { placeLabels } from '~/features/directory/place-labels.server';
import { readVocabularies } from '~/features/directory/vocabularies.server';
import { notFound } from '~/lib/errors';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { command } from '~/sharing/command.server';
import { readAs } from '~/sharing/read.server';
import { comparedContact, stateOfPair } from './decide.server';
import { decisionOf, type PairDecision } from './decision-view.server';
import { type Hindrances, hindrances } from './hindrances.server';
import {
  type Difference,
  differenceOf,
  lostTogether,
  PAIR_FIELDS,
  type PairField,
  type Pick,
  picksFor,
  suggestedPick,
} from './pair-fields';
import { type Because, becauseOf, nextWaiting, type Pair, type RunPairs, runPairs } from './pairs.server';

export interface PairFieldView {
  field: PairField;
  difference: Difference;
  /** Entries of a list, or one text; none where nothing is said. */
  ours: string[];
  theirs: string[];
  picks: Pick[];
  suggested: Pick;
  /** Entries for which there is no room if both are taken. */
  lost: number;
}

export interface PairPage {
  runId: string;
  fileName: string;
  line: number;
  total: number;
  decided: number;
  next: number | null;
  /** The row's name in the file's words, and the group that was there. */
  name: string;
  ours: { name: string; slug: string };
  because: Because;
  /** Null while it waits. */
  decision: PairDecision | null;
  /** Null once it is decided. */
  compared: Compared | null;
}

export interface Compared {
  fields: PairFieldView[];
  seen: string;
  hindrances: Hindrances;
  contactHidden: boolean;
}

/**
 * A pair as one page shows it: while it waits, both groups field by field, as the viewer may see them.
 * @throws DomainError `not_found`
 */
export async function pairPage(viewer: SignedIn, runId: string, line: number, locale: Locale): Promise<PairPage> {
  const run = await runPairs(viewer, runId);
  const pair = run.pairs.find((each) => each.line === line);
  const here = pair && run.names.get(pair.ours);
  if (!pair || !here) throw notFound();
  const ours = { name: here.name, slug: here.slug };
  const shared = { runId, fileName: run.fileName, line, name: pair.name, ours, because: becauseOf(pair, run.names) };
  return {
    ...shared,
    total: run.pairs.length,
    decided: run.pairs.filter(({ choice }) => choice !== null).length,
    next: nextWaiting(run.pairs, line),
    decision: await decisionOf(viewer, pair),
    compared: pair.choice ? null : await compare(viewer, pair, locale),
  };
}

type Shown = GroupValues & { id: string };

/**
 * Both groups of a pair, field by field, as the page shows them and nothing beside: a contact field is in it only where
 * both groups share it with the viewer, who decides between the two values and so reads both.
 */
async function compare(viewer: SignedIn, pair: Pair, locale: Locale): Promise<Compared> {
  mustBe(viewer, 'operator');
  const sql = readAs(viewer);
  const rows = await sql<Shown[]>`
    select group_id as id, name, abbreviation, purpose, activities, website, coalesce(links, '[]') as links,
      coalesce(interest_ids, '{}') as "interestIds", town_id as "townId", region_key as "regionKey", country,
      place_text as "placeText", email, street_address as "streetAddress"
    from groups where group_id in ${sql([pair.ours, pair.other])}`;
  const [ours, theirs] = [pair.ours, pair.other].map((id) => rows.find((row) => row.id === id));
  if (!ours || !theirs) throw notFound();
  const { contact, ...state } = await command(async (unit) => ({
    seen: await stateOfPair(unit, pair),
    hindrances: await hindrances(unit, pair),
    contact: await comparedContact(viewer, unit, pair.ours, pair.other),
  }));
  const hidden = (['email', 'streetAddress'] as const).filter((field) => !contact.includes(field));
  const text = await texts(viewer, [ours, theirs], locale);
  const fields = PAIR_FIELDS.filter((field) => !hidden.some((each) => each === field)).map((field): PairFieldView => {
    const difference = differenceOf(ours, theirs, field);
    const said = { ours: text(ours, field), theirs: text(theirs, field) };
    const answers = { picks: picksFor(field, difference), suggested: suggestedPick(field, difference) };
    return { field, difference, ...said, ...answers, lost: lostTogether(ours, theirs, field) };
  });
  return { fields, ...state, contactHidden: hidden.length > 0 };
}

/** Gives the words of a group's field, with terms and places by their names. */
async function texts(viewer: SignedIn, groups: Shown[], locale: Locale) {
  const sql = readAs(viewer);
  const { interests } = await readVocabularies(sql);
  const placed = new Map(
    groups.map(({ id, townId, regionKey, country }) => [id, { town_id: townId, region_key: regionKey, country }]),
  );
  const places = await placeLabels(sql, [...placed.values()], locale);
  return (group: Shown, field: PairField): string[] => {
    if (field === 'links') return group.links.map(({ url }) => url);
    if (field === 'topics') return labelsOf(interests, group.interestIds, locale);
    const place = placed.get(group.id);
    const said = field === 'place' ? [place ? places(place) : null, group.placeText] : [group[field]];
    return said.flatMap((each) => each?.trim() || []);
  };
}

export interface PairsPage {
  runId: string;
  fileName: string;
  total: number;
  counts: { waiting: number; kept: number; merged: number; both: number };
  next: number | null;
  pairs: { line: number; name: string; ours: string; because: Because; choice: Pair['choice'] }[];
  /** The last line of this part of the list, where there are more. */
  after: number | null;
}

const MOST_SHOWN = 100;

/** The pairs of a run, `MOST_SHOWN` at a time behind a line. @throws DomainError `not_found` */
export async function pairsPage(viewer: SignedIn, runId: string, after: number): Promise<PairsPage> {
  const { fileName, pairs, names }: RunPairs = await runPairs(viewer, runId);
  const count = (choice: Pair['choice']) => pairs.filter((pair) => pair.choice === choice).length;
  const behind = pairs.filter(({ line }) => line > after);
  return {
    runId,
    fileName,
    total: pairs.length,
    counts: { waiting: count(null), kept: count('kept'), merged: count('merged'), both: count('both') },
    next: nextWaiting(pairs),
    pairs: behind.slice(0, MOST_SHOWN).map((pair) => ({
      line: pair.line,
      name: pair.name,
      ours: names.get(pair.ours)?.name ?? '',
      because: becauseOf(pair, names),
      choice: pair.choice,
    })),
    after: behind.length > MOST_SHOWN ? (behind[MOST_SHOWN - 1]?.line ?? null) : null,
  };
}
