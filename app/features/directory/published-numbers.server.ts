import { hasRole, type Viewer } from '~/auth/viewer';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { noPolicyYet, readPolicyInForce } from '~/sharing/policies.server';
import { readAs } from '~/sharing/read.server';
import { type BY_FIELD, grainOf, mayCount } from '~/sharing/statistics';
import { type NetworkNumbers, networkNumbers } from './numbers.server';

/** A cell of a statistic; those with too few people are not among them. */
export interface Cell {
  label: string;
  value: number;
}

export interface PublishedNumbers {
  /** Members, rounded; null for fewer than `least`, undefined before they were counted. */
  members?: number | null;
  least: number;
  step: number;
  /** ISO date of the count; null before there was one. */
  countedOn: string | null;
  groups: Pick<NetworkNumbers, 'memberGroups' | 'listedGroups' | 'countries'>;
  /** Null, as every other, where the policy does not name statistics among the purposes of what it is made of. */
  countries: Cell[] | null;
  /** For operators; null for everyone else. */
  more: { regions: Cell[] | null; topics: Cell[] | null } | null;
}

interface Row {
  name: string;
  label: string | null;
  value: number | null;
  countedOn: string;
}

/**
 * Numbers about the whole network, as they were published last: people as statistics, groups as anybody may count them.
 * Numbers of another minimum than the policy in force has are not shown until they are counted anew.
 */
export async function publishedNumbers(viewer: Viewer, locale: Locale): Promise<PublishedNumbers> {
  const sql = readAs(viewer);
  const policy = await readPolicyInForce(sql);
  if (!policy) throw noPolicyYet();
  const { least, step } = grainOf(policy.statistics);
  const rows = await sql<Row[]>`
    select s.name, s.value, s.counted_on::text as "countedOn",
      coalesce(c.names ->> ${locale}::text, c.name, r.name, t.labels ->> ${locale}::text, t.labels ->> 'en') as label
    from ref.statistics s
      left join ref.country c on s.name = 'members_by_country' and c.code = s.cell
      left join ref.region r on s.name = 'members_by_region' and r.key = s.cell
      left join ref.interests t on s.name = 'members_by_topic' and t.id::text = s.cell
    where s.least = ${least} and s.step = ${step} order by s.value desc, label`;
  const cells = (name: keyof typeof BY_FIELD): Cell[] | null =>
    mayCount(policy, name)
      ? rows.flatMap((row) =>
          row.name === name && row.label && row.value ? [{ label: row.label, value: row.value }] : [],
        )
      : null;
  const whole = rows.find(({ name }) => name === 'members');
  const { memberGroups, listedGroups, countries } = await networkNumbers(viewer);
  return {
    members: whole?.value ?? (whole ? null : undefined),
    least,
    step,
    countedOn: whole?.countedOn ?? null,
    groups: { memberGroups, listedGroups, countries },
    countries: cells('members_by_country'),
    more: hasRole(viewer, 'operator')
      ? {
          regions: cells('members_by_region'),
          topics: cells('members_by_topic'),
        }
      : null,
  };
}
