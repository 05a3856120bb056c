import type { SignedIn } from '~/auth/viewer';
import { personPage } from '~/features/directory/person-page.server';
import { DomainError } from '~/lib/errors';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { readAs } from '~/sharing/read.server';
import { said } from './catalogue.server';
import type { Eyes } from './seen-as';

/** The viewer with no more power than whoever they look through: their page is read from that projection. */
const EYES_OF: Record<Eyes, Pick<SignedIn, 'standing' | 'roles'>> = {
  visitor: { standing: 'newcomer', roles: new Set() },
  member: { standing: 'member', roles: new Set() },
  weaver: { standing: 'member', roles: new Set(['weaver']) },
};

/**
 * The viewer's own page, read from the very projection that a visitor, a member or a weaver reads; null where that holds
 * nothing of them. It reads no one else's row, and leaves out a group that the viewer cannot read with their own eyes: this
 * tells them nothing but what others are told of them.
 */
export async function seenAs(viewer: SignedIn, eyes: Eyes, locale: Locale) {
  const through: SignedIn = { ...viewer, ...EYES_OF[eyes], apart: [] };
  const page = await ownPage(through, locale);
  if (!page?.isMe) return null;
  const positions = await readableTo(viewer, page.positions);
  const contact = page.contactNoted !== null ? await contactOpen(through, locale) : [];
  return { page: { ...page, positions, isMe: false, mayBlock: false, contactNoted: null }, contact };
}
export type SeenAs = NonNullable<Awaited<ReturnType<typeof seenAs>>>;

async function ownPage(through: SignedIn, locale: Locale) {
  try {
    return await personPage(through, through.handle, locale);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not_found') return null;
    throw error;
  }
}

async function readableTo<P extends { slug: string }>(viewer: SignedIn, positions: P[]): Promise<P[]> {
  const slugs = positions.map(({ slug }) => slug);
  const readable = await readAs(viewer)<{ slug: string }[]>`select slug from groups where slug = any(${slugs})`;
  return positions.filter((position) => readable.some(({ slug }) => slug === position.slug));
}

const CONTACT = ['email', 'phone', 'contact_handle'] as const;

/** What of the viewer's contact those eyes could open, in words. */
async function contactOpen(through: SignedIn, locale: Locale): Promise<string[]> {
  const [row] = await readAs(through)<Record<(typeof CONTACT)[number], boolean>[]>`
    select contact_email is not null as email, contact_phone is not null as phone,
      contact_handle is not null as contact_handle
    from people where person_id = ${through.personId}`;
  return CONTACT.filter((field) => row?.[field]).map((field) => said(`privacy_field_person_${field}`, locale));
}
