import { hasRole, type SignedIn, type Viewer } from '~/auth/viewer';
import { notFound } from '~/lib/errors';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { myNewest } from './my-signature.server';
import { whoSeesMyName } from './naming.server';
import { signatories } from './signatories.server';
import { signingGroups } from './signing-groups.server';
import { shownStatement, statements } from './statements.server';

/** Whether someone looks after the statement: writes drafts of it, and publishes one as a steward. */
export const keepsStatement = (viewer: Viewer): viewer is SignedIn =>
  hasRole(viewer, 'operator') || hasRole(viewer, 'steward');

/** How the viewer and the groups they may sign for stand to the version in force. */
async function mine(viewer: Viewer, locale: Locale) {
  if (viewer.kind !== 'person' || (viewer.standing !== 'member' && viewer.standing !== 'newcomer')) return null;
  const [signed, sees, groups] = await Promise.all([
    myNewest(viewer),
    whoSeesMyName(viewer, locale),
    signingGroups(viewer),
  ]);
  return { signed, sees, groups: groups.map(({ id: _, ...group }) => group) };
}
export type MineOfUnity = NonNullable<Awaited<ReturnType<typeof mine>>>;

interface Asked {
  /** As the path says it; the one in force unless given. */
  version?: string;
  /** Where the lists go on. */
  groups: string;
  people: string;
}

/**
 * The statement in force, or the version a path names, with those who stand under it by name.
 * @throws DomainError `not_found` for a version that was never published
 */
export async function unityPage(viewer: Viewer, locale: Locale, asked: Asked) {
  const all = await statements(viewer);
  const statement = asked.version === undefined ? all[0] : all.find(({ version }) => String(version) === asked.version);
  const person = viewer.kind === 'person';
  if (!statement) {
    if (asked.version !== undefined) throw notFound();
    return { statement: null, person, keeper: keepsStatement(viewer) };
  }
  const inForce = statement === all[0];
  const under = { version: statement.version, inForce };
  const [shown, groups, people, me] = await Promise.all([
    shownStatement(viewer, statement, locale),
    signatories(viewer, 'group', { ...under, after: asked.groups }),
    signatories(viewer, 'person', { ...under, after: asked.people }),
    inForce ? mine(viewer, locale) : null,
  ]);
  return {
    statement: shown,
    inForce,
    numbered: asked.version !== undefined,
    versions: all.map(({ version, publishedAt }) => ({ version, publishedAt })),
    groups,
    people,
    me,
    person,
    keeper: keepsStatement(viewer),
  };
}
export type UnityPageData = Awaited<ReturnType<typeof unityPage>>;
/** The same where there is a statement. */
export type PublishedUnity = Extract<UnityPageData, { versions: unknown }>;
