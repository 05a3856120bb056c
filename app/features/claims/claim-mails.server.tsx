import { sql } from 'drizzle-orm';
import type { ClaimKind } from '#db/schema/claims';
import { audienceBy } from '~/auth/viewer';
import { env } from '~/lib/env.server';
import type { Mail, MailJob } from '~/lib/mail/registry.server';
import { inLocale } from '~/lib/messages/locale.server';
import { linkToken, linkUrl } from '~/lib/one-time-links.server';
import { m } from '~/lib/paraglide/messages.js';
import { isLocale } from '~/lib/paraglide/runtime.js';
import type { Role, Standing } from '~/lib/standing';
import { command, type Unit } from '~/sharing/command.server';
import { formatDay } from '~/ui/format';
import { OBJECTION_LINK } from './claim-group.server';
import { claimSentence, stateSentence } from './claim-words';
import { concernedBy } from './concerned.server';
import { claimNames } from './names.server';
import { isOpen, isParty, WAIT_DAYS } from './rules';
import type { ClaimNews } from './tell.server';

interface Recipient {
  email: string;
  locale: string | null;
  personId: string;
  standing: Standing;
  roles: Role[];
}

interface Claim {
  id: string;
  groupId: string;
  group: string;
  kind: ClaimKind;
  state: ClaimNews;
  personId: string;
  askedBy: string;
  position: string | null;
  evidence: string | null;
  note: string | null;
  waitsFrom: string | null;
  contact: string | null;
  listed: boolean;
  locale: string | null;
}

export const networkName = async ({ db }: Unit): Promise<string> =>
  (await db.execute<{ name: string }>(sql`select name from ref.network limit 1`))[0]?.name ?? 'Commonweave';

/** Someone with an account, as a mail has to know them; null once they are gone or no longer a member. */
export async function recipient({ db }: Unit, account: string | undefined): Promise<Recipient | null> {
  const [row] = await db.execute<Recipient & Record<string, unknown>>(sql`
    select a.email, a.locale, s.id as "personId", s.standing,
      array(select r.role from core.role_grants r where r.account_id = a.id) as roles
    from core.accounts a join core.people s on s.id = a.person_id where a.id = ${account ?? null} and s.standing = 'member'`);
  return row ?? null;
}

async function claimOf({ db }: Unit, id: string | undefined): Promise<Claim | null> {
  const [row] = await db.execute<Claim & Record<string, unknown>>(sql`
    select c.id, c.group_id as "groupId", g.name as "group", c.kind, c.state, c.person_id as "personId",
      c.asked_by as "askedBy", c.position, c.evidence, c.note, to_json(c.waits_from) #>> '{}' as "waitsFrom",
      g.email as contact, g.standing = 'listed' as listed, (select a.locale from core.accounts a where a.person_id = c.asked_by) as locale
    from core.claims c join core.groups g on g.id = c.group_id where c.id = ${id ?? null}`);
  return row ?? null;
}

const settlesOn = ({ waitsFrom }: Claim) =>
  new Date(Date.parse(waitsFrom ?? '') + WAIT_DAYS * 86_400_000).toISOString();

const TITLES = {
  proposed: m.claims_mail_proposed,
  waiting: m.claims_mail_waiting,
  contested: m.claims_mail_contested,
  done: m.claims_mail_done,
  declined: m.claims_mail_declined,
  withdrawn: m.claims_mail_withdrawn,
  lapsed: m.claims_mail_declined,
};

/** News of a claim for one of those concerned; null once the claim or its reader is gone, or stands elsewhere by now. */
export const claimNewsMail = ({ about }: MailJob): Promise<Mail | null> =>
  command(async (unit) => {
    const [to, claim] = [await recipient(unit, about.account), await claimOf(unit, about.claim)];
    if (!to || !claim || claim.state !== about.news) return null;
    const locale = isLocale(to.locale) ? to.locale : 'en';
    const reader = { audience: audienceBy({ standing: to.standing, roles: new Set(to.roles) }), personId: to.personId };
    const names = await inLocale(locale, () => claimNames(unit.db, claim, reader));
    const { default: ClaimNews } = await import('#emails/ClaimNews');
    const network = await networkName(unit);
    const party = isParty(claim, to.personId, await concernedBy(unit.db, claim.id));
    const told = { ...claim, ...names, settlesOn: claim.waitsFrom && settlesOn(claim) };
    const title = () => TITLES[claim.state]({ group: claim.group });
    return {
      to: to.email,
      locale,
      subject: title,
      element: () => (
        <ClaimNews
          network={network}
          title={title()}
          sentence={claimSentence(told)}
          state={stateSentence(told, locale)}
          note={claim.note}
          mayObject={isOpen(claim) && claim.state !== 'proposed' && claim.askedBy !== to.personId}
          link={`${env().origin}${party ? '' : '/weaving'}/claims/${claim.id}`}
        />
      ),
    };
  });

/** Tells a group's own address of a claim that still waits, with the link to object. */
export const claimContactMail = ({ about }: MailJob): Promise<Mail | null> =>
  command(async (unit) => {
    const claim = await claimOf(unit, about.claim);
    if (!claim?.contact || !isOpen(claim)) return null;
    const locale = isLocale(claim.locale) ? claim.locale : 'en';
    const names = await inLocale(locale, () =>
      claimNames(unit.db, claim, { audience: 'public', personId: claim.askedBy }),
    );
    const { default: ClaimContact } = await import('#emails/ClaimContact');
    const network = await networkName(unit);
    const { group, position, evidence, listed } = claim;
    const link = linkUrl('/objections', linkToken(OBJECTION_LINK, claim.id));
    return {
      to: claim.contact,
      locale,
      subject: () => m.claims_contact_title({ group }),
      element: () => (
        <ClaimContact
          {...{ network, group, listed, position, evidence, link, person: names.person }}
          date={formatDay(settlesOn(claim), locale)}
        />
      ),
    };
  });
