import type { Viewer } from '~/auth/viewer';
import { type Audience, reaches } from '~/lib/audience';
import { notFound } from '~/lib/errors';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { IMPORTED_KEPT_DAYS, type Standing } from '~/lib/standing';
import type { CompiledCategory, CompiledPolicy } from '~/sharing/compile-policy.server';
import { effectiveForPerson } from '~/sharing/effective';
import { noPolicyYet, type Published, readPolicies, readPolicyInForce } from '~/sharing/policies.server';
import { readAs } from '~/sharing/read.server';
import { isWaiting } from '~/sharing/until-effective';
import { said } from './catalogue.server';
import { policyDifference } from './policy-difference.server';
import { policyProse } from './prose.server';
import { basisLabel, purposesText, recipientLabel, relationSentence, retentionPhrase } from './terms.server';
import { audienceLabel, categoryLabel, ownerOf, whatOf } from './wording.server';

const sentence = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1).replace(/\.$/, '');

/** One category as the table of the policy page shows it; each text is a cell or a line of one. */
function tableRow(policy: CompiledPolicy, category: CompiledCategory, locale: Locale) {
  const owner = ownerOf(category);
  const recipients = Object.entries(policy.recipients).filter(([, rule]) => rule.categories.includes(category.name));
  return {
    name: category.name,
    label: categoryLabel(category, locale),
    what: sentence(whatOf(category, locale)),
    proposed: audienceLabel(category.default, owner, locale),
    ceiling: audienceLabel(category.ceiling, owner, locale),
    relations: category.relations.map((relation) => relationSentence(relation, locale)),
    purposes: sentence(purposesText(category.purposes, locale)),
    basis: basisLabel(category.basis, locale),
    searchable: said(category.searchable ? 'privacy_searchable' : 'privacy_not_searchable', locale),
    retention: sentence(retentionPhrase(category.retention, locale)),
    recipients: recipients.map(([recipient]) => recipientLabel(recipient, locale)),
  };
}

export const policyTable = (policy: CompiledPolicy, locale: Locale) =>
  policy.categories.map((category) => tableRow(policy, category, locale));

function recipientRows(policy: CompiledPolicy, locale: Locale) {
  return Object.entries(policy.recipients).map(([recipient, rule]) => {
    const held = policy.categories.filter((category) => rule.categories.includes(category.name));
    const what = held.map((category) => whatOf(category, locale)).join('; ');
    const gets = said('privacy_recipient_gets', locale, { what, purposes: purposesText(rule.purposes, locale) });
    return { label: recipientLabel(recipient, locale), gets: sentence(gets) };
  });
}

/** The widest audience that anything of a person reaches by the rules of the projections, whatever they saved. */
function widest({ categories }: CompiledPolicy, standing: Standing): Audience {
  return categories
    .filter(({ subject }) => subject === 'person')
    .map((category) => effectiveForPerson(category, 'public', standing))
    .reduce((one, other) => (reaches(one, other) ? one : other), 'self');
}

/** Who sees anything of people who are not members yet, and for how long. */
function beforeJoining(policy: CompiledPolicy, locale: Locale) {
  return (['imported', 'newcomer'] as const).map((standing) => {
    const audience = audienceLabel(widest(policy, standing), 'you', locale);
    return {
      standing,
      label: said(`privacy_standing_${standing}`, locale),
      seen: said(`privacy_standing_${standing}_text`, locale, { audience, days: IMPORTED_KEPT_DAYS }),
    };
  });
}

/** Everything the public page of a policy shows, from its compiled form alone. */
export function describePolicy(policy: CompiledPolicy, locale: Locale) {
  const { version, effective, sha256, statistics } = policy;
  return {
    version,
    effective,
    sha256,
    prose: policyProse(policy, locale),
    table: policyTable(policy, locale),
    beforeJoining: beforeJoining(policy, locale),
    recipients: recipientRows(policy, locale),
    statistics: { minimum: statistics.minimum_cell, round: statistics.round_to },
  };
}

/** What the version in force allows from a day to come and not yet; null where it all holds. */
function comingOf(inForce: CompiledPolicy, published: CompiledPolicy, locale: Locale) {
  const { wider } = policyDifference(inForce, published, locale);
  return isWaiting(published) && wider.length > 0 ? { day: published.effective, wider } : null;
}

/** What a version changed, and what the one after it changed. */
function changesAround(all: readonly Published[], version: number, locale: Locale) {
  const at = all.findIndex((each) => each.version === version);
  const between = (before: Published | undefined, after: Published | undefined) =>
    before && after ? { version: after.version, difference: policyDifference(before, after, locale) } : null;
  return { since: between(all[at - 1], all[at]), after: between(all[at], all[at + 1]) };
}

/**
 * The page of the policy in force, or of the version a path names.
 * @throws DomainError `not_found` for a version that was never published
 */
export async function policyPage(viewer: Viewer, locale: Locale, version?: string) {
  if (version !== undefined && !/^[1-9]\d{0,8}$/.test(version)) throw notFound();
  const sql = readAs(viewer);
  const [all, held] = await Promise.all([readPolicies(sql), readPolicyInForce(sql)]);
  if (!held) throw noPolicyYet();
  const number = version === undefined ? held.version : Number(version);
  const published = all.find((each) => each.version === number);
  if (!published) throw notFound();
  const numbered = version !== undefined;
  return {
    ...describePolicy(numbered ? published : held, locale),
    publishedAt: published.publishedAt.toISOString(),
    inForce: published.inForce,
    numbered,
    coming: published.inForce ? comingOf(held, published, locale) : null,
    changes: numbered ? changesAround(all, number, locale) : null,
    versions: all
      .map((each) => ({
        version: each.version,
        publishedAt: each.publishedAt.toISOString(),
        inForce: each.inForce,
      }))
      .reverse(),
  };
}
export type PolicyPageData = Awaited<ReturnType<typeof policyPage>>;
