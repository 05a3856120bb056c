import type { Proof } from '#db/schema/accounts';
import type { ReaderAudience } from '~/lib/audience';
import type { Role, Standing } from '~/lib/standing';

export interface Visitor {
  kind: 'visitor';
}

/** Someone signed in. */
export interface SignedIn {
  kind: 'person';
  personId: string;
  accountId: string;
  /** SHA-256 of the session id. */
  sessionHash: string;
  standing: Standing;
  /** Those that hold in this session. */
  roles: ReadonlySet<Role>;
  /** Those that e-mail alone does not wake. */
  asleep: readonly Role[];
  /** How this session was proved to be theirs. */
  proof: Proof | null;
  provedAt: Date;
  /** Whether a passkey or an authenticator app belongs to the account. */
  hasFactor: boolean;
  /** Whether they asked to leave, and are deleted soon. */
  leaving?: boolean;
  /** What the page header calls them: their own name or alias. */
  name: string;
  handle: string;
  locale: 'en' | 'es' | null;
  /** People whom they blocked or who blocked them: neither of both finds the other. */
  apart: readonly string[];
}

export type Viewer = Visitor | SignedIn;

export const VISITOR: Visitor = { kind: 'visitor' };

/** The widest projection that standing and roles give. Newcomers, and whoever is hidden or held, read what visitors read. */
export function audienceBy({ standing, roles }: Pick<SignedIn, 'standing' | 'roles'>): ReaderAudience {
  if (standing !== 'member') return 'public';
  if (roles.has('steward')) return 'steward';
  if (roles.has('weaver')) return 'weaver';
  return 'member';
}

/** The widest projection a viewer reads. */
export const audienceOf = (viewer: Viewer): ReaderAudience =>
  viewer.kind === 'visitor' ? 'public' : audienceBy(viewer);

export const hasRole = (viewer: Viewer, role: Role): viewer is SignedIn =>
  viewer.kind === 'person' && viewer.standing === 'member' && viewer.roles.has(role);
