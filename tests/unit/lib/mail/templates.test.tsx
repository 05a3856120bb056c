import type { ReactElement } from 'react';
import { beforeAll, describe, expect, it } from 'vitest';
import AccountNews from '#emails/AccountNews';
import AccountPaused from '#emails/AccountPaused';
import AddressChanged from '#emails/AddressChanged';
import AddressConfirm from '#emails/AddressConfirm';
import ClaimContact from '#emails/ClaimContact';
import ClaimNews from '#emails/ClaimNews';
import ConcernNews from '#emails/ConcernNews';
import ConcernOutside from '#emails/ConcernOutside';
import EntryHeld from '#emails/EntryHeld';
import Invitation from '#emails/Invitation';
import Join from '#emails/Join';
import MemberInvitation from '#emails/MemberInvitation';
import NoticeLetter from '#emails/NoticeLetter';
import PauseEnded from '#emails/PauseEnded';
import RemovalAnswer from '#emails/RemovalAnswer';
import RemovalConfirm from '#emails/RemovalConfirm';
import RemovalNews from '#emails/RemovalNews';
import SignIn from '#emails/SignIn';
import TestMail from '#emails/TestMail';
import UnusualOpenings from '#emails/UnusualOpenings';
import UrgentAlert from '#emails/UrgentAlert';
import WelcomeNews from '#emails/WelcomeNews';
import YearlyReminder from '#emails/YearlyReminder';
import { registerAuth } from '~/auth/register.server';
import { claimSentence, stateSentence } from '~/features/claims/claim-words';
import { registerClaims } from '~/features/claims/register.server';
import { registerConcerns } from '~/features/concerns/register.server';
import { registerContact } from '~/features/contact/unusual-mail.server';
import { registerFreshness } from '~/features/freshness/reminder-mail.server';
import { registerInviting } from '~/features/inviting/register.server';
import { registerJoining } from '~/features/joining/register.server';
import { registerNoticeMails } from '~/features/notices/register.server';
import { registerTestMail } from '~/features/operate/network/test-mail-letter.server';
import { registerPausing } from '~/features/stewarding/pauses/pause-mails.server';
import { registerWelcoming } from '~/features/welcoming/register.server';
import { mailTemplates } from '~/lib/mail/registry.server';
import { renderLetter } from '~/lib/mail/render.server';
import { m } from '~/lib/paraglide/messages.js';
import type { Locale } from '~/lib/paraglide/runtime.js';

const ORIGIN = 'https://hub.example.org';
const network = 'Qxnetwork';
const group = 'Qxgroup';
const person = 'Qxperson';
const link = `${ORIGIN}/somewhere/AbC-123`;

interface Sample {
  what: string;
  element: (locale: Locale) => ReactElement;
  /** What the mail has to say beside the network's name. */
  says: string[];
  links: string[];
}

const KINDS = ['claim', 'lead', 'handover', 'removal', 'leaving'] as const;
const STATES = ['proposed', 'waiting', 'contested', 'done', 'declined', 'withdrawn', 'lapsed'] as const;

const claimNews = (kind: (typeof KINDS)[number], state: (typeof STATES)[number]): Sample => ({
  what: `${kind} ${state}`,
  element: (locale) => (
    <ClaimNews
      {...{ network, link, note: 'Qxnote', mayObject: state === 'waiting' }}
      title={m.claims_mail_waiting({ group })}
      sentence={claimSentence({ kind, group, asker: 'Qxasker', person })}
      state={stateSentence({ state, person, settlesOn: '2026-11-29T12:00:00Z' }, locale)}
    />
  ),
  says: [group, 'Qxnote', person, ...(state === 'waiting' ? ['2026'] : [])],
  links: [link],
});

const contact = (listed: boolean): Sample => ({
  what: listed ? 'of a listed group' : 'of a group without a lead',
  element: () => (
    <ClaimContact {...{ network, group, person, listed, link }} position="Qxchair" evidence="Qxpage" date="Qxday" />
  ),
  says: [group, person, 'Qxchair', 'Qxpage', 'Qxday'],
  links: [link],
});

const answer = (removed: boolean): Sample => ({
  what: removed ? 'yes' : 'no',
  element: () => <RemovalAnswer {...{ network, group, removed }} note="Qxnote" />,
  says: [group, 'Qxnote'],
  links: [],
});

const letter = (weekly: boolean): Sample => ({
  what: weekly ? 'of the week' : 'at once',
  element: () => (
    <NoticeLetter
      {...{ network, weekly }}
      sections={[{ title: 'Qxtopic', items: [{ title: 'Qxname', detail: 'Qxplace', path: link }] }]}
      settingsLink={`${link}?set`}
      offLink={`${link}?off`}
    />
  ),
  says: ['Qxtopic', 'Qxname', 'Qxplace'],
  links: [link, `${link}?set`, `${link}?off`],
});

const invitation = (words: string | null, again: boolean): Sample => ({
  what: again ? 'once more' : words ? 'of a batch' : 'to someone written down',
  element: (locale) => (
    <Invitation
      {...{ network, locale, link, words, again, name: person }}
      purpose="Qxpurpose"
      source="Qxsource"
      until={new Date('2027-01-15T00:00:00Z')}
    />
  ),
  says: [person, 'Qxpurpose', 'Qxsource', '2027', ...(words ? [words] : [])],
  links: [link, `${link}#no`],
});

const paused = (ends: string | null): Sample => ({
  what: ends ? 'by one steward' : 'by two stewards',
  element: (locale) => <AccountPaused {...{ network, locale, ends, link }} reason={'Qxreason\nQxmore'} />,
  says: ['Qxreason', 'Qxmore', ...(ends ? ['2027'] : [])],
  links: [link],
});

const held = (own: boolean, ends: string | null = null): Sample => ({
  what: own ? 'held by themselves' : ends ? 'held by one steward' : 'held by two stewards',
  element: (locale) => <EntryHeld {...{ network, own, locale, ends, link }} />,
  says: ends ? ['2027'] : [],
  links: [link],
});

type Words = Record<'title' | 'text' | 'button', () => string>;
const inConfidence = (what: string, { title, text, button }: Words): Sample[] => [
  {
    what,
    element: () => <ConcernNews {...{ network, link }} title={title()} text={text()} button={button()} />,
    says: [],
    links: [link],
  },
];

const toOutside = (appeal: boolean): Sample => ({
  what: appeal ? 'an appeal' : 'a concern',
  element: () => (
    <ConcernOutside
      {...{ network, appeal, name: person }}
      parts={[{ heading: m.concern_mail_part_raised(), words: 'Qxfirst\nQxsecond' }]}
      about={appeal ? null : 'Qxabout'}
      contact={appeal ? null : 'Qxcontact'}
    />
  ),
  says: [person, 'Qxfirst', 'Qxsecond', ...(appeal ? [] : ['Qxabout', 'Qxcontact'])],
  links: [],
});

/** Sample data for every registered template: a new mail is added here. */
const SAMPLES: Record<string, Sample[]> = {
  'sign-in': [
    {
      what: 'asked for',
      element: () => <SignIn {...{ network, link }} code="k7mq-3xwa" />,
      says: ['k7mq-3xwa'],
      links: [link],
    },
  ],
  'account-news': [
    {
      what: 'of a passkey',
      element: () => <AccountNews {...{ network, link }} text={m.security_news_passkey_added()} />,
      says: [],
      links: [link],
    },
  ],
  'address-confirm': [
    { what: 'to the new address', element: () => <AddressConfirm {...{ network, link }} />, says: [], links: [link] },
  ],
  'address-changed': [
    { what: 'to the old address', element: () => <AddressChanged {...{ network, link }} />, says: [], links: [link] },
  ],
  'test-mail': [{ what: 'asked for', element: () => <TestMail network={network} />, says: [], links: [] }],
  'urgent-alert': [
    {
      what: 'in the words of its sender',
      element: () => (
        <UrgentAlert
          network={network}
          title="Qxtitle"
          text={'Qxfirst\n\nQxsecond'}
          settingsLink={`${link}?set`}
          offLink={`${link}?off`}
        />
      ),
      says: ['Qxtitle', 'Qxfirst', 'Qxsecond'],
      links: [`${link}?set`, `${link}?off`],
    },
  ],
  'claim-news': [
    ...STATES.map((state) => claimNews('claim', state)),
    ...KINDS.slice(1).map((kind) => claimNews(kind, 'done')),
  ],
  'claim-contact': [contact(true), contact(false)],
  'removal-confirm': [
    {
      what: 'asked for',
      element: () => <RemovalConfirm {...{ network, group, link }} />,
      says: [group],
      links: [link],
    },
  ],
  'removal-news': [
    {
      what: 'to operators',
      element: () => <RemovalNews {...{ network, group, link }} />,
      says: [group],
      links: [link],
    },
  ],
  'removal-answer': [answer(true), answer(false)],
  invitation: [invitation(null, false), invitation('Qxwords', false)],
  'invitation-reminder': [invitation('Qxwords', true)],
  'member-invitation': [
    {
      what: 'to somebody a member knows',
      element: (locale) => (
        <MemberInvitation
          {...{ network, locale, link, name: person }}
          inviter="Qxinviter"
          words={'Qxfirst\nQxsecond'}
          purpose="Qxpurpose"
          until={new Date('2027-01-15T00:00:00Z')}
        />
      ),
      says: [person, 'Qxinviter', 'Qxfirst', 'Qxsecond', 'Qxpurpose', '2027'],
      links: [link, `${link}#no`],
    },
  ],
  join: [
    {
      what: 'to somebody new',
      element: () => <Join {...{ network, link }} code="k7mq-3xwa" />,
      says: ['k7mq-3xwa'],
      links: [link],
    },
  ],
  'notice-letter': [letter(true), letter(false)],
  'welcome-news': [
    {
      what: 'to a newcomer',
      element: () => (
        <WelcomeNews
          {...{ network, link }}
          title={m.join_news_welcomed({ network })}
          text={m.join_news_welcomed_text()}
          button={m.join_news_welcomed_button()}
        />
      ),
      says: [],
      links: [link],
    },
  ],
  'account-paused': [
    paused(null),
    paused('2027-01-15T12:00:00Z'),
    held(true),
    held(false),
    held(false, '2027-01-15T12:00:00Z'),
  ],
  'contact-unusual': [
    { what: 'to a steward', element: () => <UnusualOpenings {...{ network, link }} />, says: [], links: [link] },
  ],
  'pause-ended': [{ what: 'lifted', element: () => <PauseEnded {...{ network, link }} />, says: [], links: [link] }],
  'concern-hearer': inConfidence('to a steward who hears it', {
    title: () => m.concern_mail_hearer_title({ network }),
    text: m.concern_mail_hearer_text,
    button: m.concern_mail_hearer_button,
  }),
  'concern-raiser': inConfidence('to whoever raised it', {
    title: () => m.concern_mail_raiser_title({ network }),
    text: m.concern_mail_link_text,
    button: m.concern_mail_raiser_button,
  }),
  'concern-about': inConfidence('to the person it is about', {
    title: () => m.concern_mail_about_title({ network }),
    text: m.concern_mail_about_text,
    button: m.concern_mail_about_button,
  }),
  'concern-outside-ask': inConfidence('to somebody outside', {
    title: () => m.concern_mail_ask_title({ network }),
    text: () => m.concern_mail_ask_text({ network, name: person }),
    button: m.concern_mail_ask_button,
  }),
  'concern-outside': [toOutside(false), toOutside(true)],
  'yearly-reminder': [
    {
      what: 'with groups',
      element: () => <YearlyReminder {...{ network, link }} groups="Qxgroups" offLink={`${link}?off`} />,
      says: ['Qxgroups'],
      links: [link, `${link}?off`],
    },
  ],
};

beforeAll(() => {
  const others = [registerTestMail, registerClaims, registerJoining, registerInviting, registerNoticeMails];
  for (const register of [registerAuth, ...others, registerFreshness, registerWelcoming, registerContact]) register();
  for (const register of [
    registerAuth,
    registerTestMail,
    registerClaims,
    registerJoining,
    registerInviting,
    registerPausing,
    registerConcerns,
    registerFreshness,
  ])
    register();
});

const files = Object.keys(import.meta.glob('../../../../emails/*.tsx')).map((path) => /([^/]+)\.tsx$/.exec(path)?.[1]);
const componentOf = ({ element }: Sample) => (element('en').type as { name: string }).name;

it('there is a sample for every registered mail, and for every file of the folder of mails', () => {
  expect(Object.keys(SAMPLES).sort()).toEqual(mailTemplates().sort());
  expect([...new Set(Object.values(SAMPLES).flat().map(componentOf))].sort()).toEqual(files.sort());
});

const letterIn = async (sample: Sample, locale: Locale) => {
  const element = () => sample.element(locale);
  return renderLetter({ to: 'qxreader@example.org', locale, subject: () => 'Qxsubject', element });
};

describe.each(Object.entries(SAMPLES))('the mail %s', (_, samples) => {
  it.each(samples.map((sample) => [sample.what, sample] as const))(
    'reads well in both languages: %s',
    async (_, sample) => {
      const letters = { en: await letterIn(sample, 'en'), es: await letterIn(sample, 'es') };
      for (const [locale, { html, text }] of Object.entries(letters)) {
        for (const words of [network, ...sample.says])
          expect([words, html.includes(words), text.toLowerCase().includes(words.toLowerCase())]).toEqual([
            words,
            true,
            true,
          ]);
        expect(html).toContain(`lang="${locale}"`);
        for (const part of [html.replace(/<style[\s\S]*?<\/style>/g, ''), text]) {
          expect(part).not.toMatch(
            /\{\w+\}|undefined|\bnull\b|\[object|\b(claims|concern|removal|mail|freshness|invitation|setup|notices)_\w+/,
          );
          // Nobody's address stands in a mail, and nothing is loaded when it is opened.
          expect(part).not.toMatch(/[\w.]+@[\w-]+\.\w+/);
          expect(part).not.toMatch(/<img|src=|url\(/);
        }
        const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href ?? '');
        expect([...new Set(links)].sort()).toEqual([...sample.links].sort());
        for (const href of sample.links) expect(text).toContain(href);
      }
      expect(letters.en.text).not.toBe(letters.es.text);
    },
  );
});
