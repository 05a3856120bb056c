import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { afterSignIn } from '~/auth/after-sign-in.server';
import type { SignedIn } from '~/auth/viewer';
import { answerQuestions } from '~/features/privacy/changes/answer.server';
import { countMyQuestions, myQuestions, readField } from '~/features/privacy/changes/questions.server';
import { mySharing, saveMySharing } from '~/features/privacy/my-sharing.server';
import { receiptFile } from '~/features/privacy/receipts/receipt-file.server';
import { myReceipt, myReceipts } from '~/features/privacy/receipts/receipts.server';
import { withdrawReceipt } from '~/features/privacy/receipts/withdraw.server';
import { writerSql } from '../../db/writer.server';
import { join, makeGroup, makePerson } from '../factories/people';
import { asMember } from '../factories/viewers';
import { useHub } from '../setup/hub';
import { person, publish, recordsOf, save, sound } from './ledger-support';

useHub();

describe('a newer policy that allows more', () => {
  const widenedRules = (text: string) =>
    text
      .replace(/(person\.joined: .*)ceiling: member/, '$1ceiling: public')
      .replace(/(person\.about: .*)purposes: \[directory\]/, '$1purposes: [directory, alerts]')
      .replace(/(group\.contact: .*)purposes: \[introductions\]/, '$1purposes: [introductions, alerts]');
  const viewerOf = ({ id, accountId }: { id: string; accountId: string | null }, given: Partial<SignedIn> = {}) =>
    asMember({ personId: id, accountId: accountId ?? '', ...given });
  const SHARED = { 'person.name': 'public', 'person.joined': 'member', 'person.about': 'member' } as const;

  /** Someone who shared something before the policy got wider, and leads a group. */
  async function sharer(given: Partial<SignedIn> = {}) {
    await publish();
    const profile = { name: 'Ana', headline: 'Counts frogs' };
    const made = await makePerson(profile, SHARED, { email: `${randomUUID()}@example.org`, joinedOn: '2026-01-15' });
    const group = await makeGroup({ name: 'Led', email: 'led@example.org' }, {}, { 'group.contact': 'member' });
    await join(made.id, group.id, { leads: true });
    await publish(widenedRules);
    return { viewer: viewerOf(made, given), id: made.id, group };
  }

  /** The form of the page with these answers; what stood beside each question goes along. */
  async function formFor(viewer: SignedIn, answers: Record<string, string>): Promise<FormData> {
    const { policy, asked } = await myQuestions(viewer, 'en');
    const form = new FormData();
    form.set('policy', policy.sha256);
    for (const { field, wordsSha256 } of asked.flatMap(({ questions }) => questions)) {
      form.set(readField(field), wordsSha256);
      if (answers[field]) form.set(field, answers[field]);
    }
    return form;
  }
  const fieldsAsked = async (viewer: SignedIn) =>
    (await myQuestions(viewer, 'en')).asked.flatMap(({ questions }) => questions.map(({ field }) => field));
  const answers = async (viewer: SignedIn, given: Record<string, string>) =>
    (await answerQuestions(viewer, await formFor(viewer, given), 'en')).kind;
  const choices = async (id: string) =>
    Object.fromEntries(
      (await writerSql()`select category, audience from core.sharing_grants where subject_id = ${id} order by 1`).map(
        ({ category, audience }) => [category, audience],
      ),
    );

  it('asks who shares something, in sentences, and changes nothing until they agree', async () => {
    const { viewer, id, group } = await sharer();
    expect((await myQuestions(viewer, 'en')).asked).toEqual([
      {
        ...{ slug: null, name: null },
        questions: [
          expect.objectContaining({
            field: ':person.about',
            changes: [expect.stringContaining('Used for')],
            now: expect.stringContaining('Members of this network see'),
          }),
          expect.objectContaining({
            field: ':person.joined',
            now: 'Members of this network see the month you joined.',
            agreed: 'Anyone on the internet sees the month you joined.',
          }),
        ],
      },
      { slug: group.slug, name: 'Led', questions: [expect.objectContaining({ field: `${group.slug}:group.contact` })] },
    ]);
    expect(await choices(id)).toEqual(SHARED);
    expect(await answers(viewer, {})).toBe('empty');
    expect(await answers(viewer, { ':person.joined': 'agree', ':person.about': 'leave' })).toBe('saved');
    expect(await choices(id)).toEqual({ ...SHARED, 'person.joined': 'public' });
    expect((await recordsOf(id)).slice(3).map(({ category, event, method }) => [category, event, method])).toEqual([
      ['person.about', 'refused', 'new_policy'],
      ['person.joined', 'given', 'new_policy'],
    ]);
    expect(await fieldsAsked(viewer)).toEqual([`${group.slug}:group.contact`]);
    expect(await sound()).toBe(true);
    await publish((text) => `${widenedRules(text)} `);
    expect(await fieldsAsked(viewer)).toEqual([':person.about', `${group.slug}:group.contact`]);
  });

  it('leads somebody who signs in to it once for each version, and then where they want to go', async () => {
    const { viewer } = await sharer();
    const to = '/people?q=frogs';
    expect(await afterSignIn(viewer.accountId, to)).toBe(`/settings/sharing/changes?to=${encodeURIComponent(to)}`);
    expect(await afterSignIn(viewer.accountId, to)).toBe(to);
    expect(await countMyQuestions(viewer)).toBe(3);
    await publish((text) => `${widenedRules(text)} `);
    expect(await afterSignIn(viewer.accountId, to)).not.toBe(to);
    const nobody = await makePerson({}, {}, { email: 'nothing@example.org' });
    expect(await afterSignIn(nobody.accountId ?? '', to)).toBe(to);
  });

  it('takes no tap of a page that was made under the version before, but what takes back', async () => {
    const { viewer, id } = await sharer();
    const old = await mySharing(viewer, 'en');
    const press = (button: Record<string, string>) => {
      const form = new FormData();
      form.set('policy', old.policy.sha256);
      for (const { name, wordsSha256, saved } of old.choices.filter(({ fixed }) => !fixed)) {
        form.set(`${name}.words`, wordsSha256);
        form.set(`${name}.was`, saved ?? '');
      }
      for (const [name, value] of Object.entries(button)) form.set(name, value);
      return saveMySharing(viewer, form, 'en');
    };
    await publish((text) => `${widenedRules(text)} `);
    for (const pick of ['person.joined:public', 'person.town:member', 'person.about:weaver'])
      expect(await press({ pick })).toMatchObject({ kind: 'stale', one: pick.split(':')[0] });
    expect(await choices(id)).toEqual(SHARED);
    expect(await press({ stop: 'person.about' })).toMatchObject({ kind: 'saved', one: 'person.about' });
    expect(await choices(id)).toEqual({ ...SHARED, 'person.about': 'self' });
  });

  it('asks nothing before the day it names, and newcomers nothing about groups', async () => {
    const { viewer, id } = await sharer();
    await publish();
    await publish(widenedRules, '2999-01-01');
    expect(await fieldsAsked(viewer)).toEqual([]);
    await publish(widenedRules);
    await writerSql()`update core.people set standing = 'newcomer' where id = ${id}`;
    expect(await fieldsAsked(viewer)).toEqual([':person.about', ':person.joined']);
  });

  it.each<[what: string, change: (form: FormData) => void, kind: string]>([
    ['of an older policy', (form) => form.set('policy', '0'.repeat(64)), 'stale'],
    ['with other words', (form) => form.set(':person.joined.words', 'x'), 'stale'],
    ['about what is not asked', (form) => form.set(':person.name', 'agree'), 'stale'],
    ['of an unknown category', (form) => form.set(':person.shoe_size', 'agree'), 'invalid'],
    ['about a group of others', (form) => form.set('others:group.contact', 'agree'), 'invalid'],
    ['with an unknown answer', (form) => form.set(':person.about', 'continue'), 'invalid'],
  ])('takes no form %s, not even in part', async (_what, change, kind) => {
    const { viewer, id } = await sharer();
    const form = await formFor(viewer, { ':person.joined': 'agree' });
    change(form);
    expect(await answerQuestions(viewer, form, 'en')).toMatchObject({ kind, answers: { ':person.joined': 'agree' } });
    expect(await choices(id)).toEqual(SHARED);
    expect(await countMyQuestions(viewer)).toBe(3);
  });

  it('takes one answer of two devices at once, and tells the other', async () => {
    const { viewer, id } = await sharer();
    const [agree, leave] = [
      await formFor(viewer, { ':person.joined': 'agree' }),
      await formFor(viewer, { ':person.joined': 'leave', ':person.about': 'agree' }),
    ];
    const kinds = await Promise.all(
      [agree, leave].map(async (form) => (await answerQuestions(viewer, form, 'en')).kind),
    );
    expect([...kinds].sort()).toEqual(['saved', 'stale']);
    expect((await choices(id))['person.joined']).toBe(kinds[0] === 'saved' ? 'public' : 'member');
    expect(await sound()).toBe(true);
  });

  it('wants a proof of the last minutes before more is shared, and none for leaving it', async () => {
    const { viewer, id } = await sharer({ proof: 'mail', provedAt: new Date(0), hasFactor: true });
    await writerSql()`
      insert into core.passkeys (id, account_id, public_key, counter, name) values ('key', ${viewer.accountId}, '', 0, '')`;
    expect(await answers(viewer, { ':person.joined': 'agree', ':person.about': 'leave' })).toBe('prove');
    expect(await choices(id)).toEqual(SHARED);
    expect(await answers(viewer, { ':person.about': 'leave' })).toBe('saved');
  });

  it('shows nobody more of whoever did not agree, whatever else they answer', async () => {
    const seen = (audience: string, id: string) =>
      writerSql().unsafe(`select * from proj_${audience}.people where person_id = '${id}'`);
    const possible = ['agree', 'leave', undefined];
    for (const about of possible)
      for (const joined of possible) {
        const { viewer, id } = await sharer();
        const before = await Promise.all([seen('public', id), seen('member', id)]);
        const given = { ...(about && { ':person.about': about }), ...(joined && { ':person.joined': joined }) };
        expect(await answers(viewer, given)).toBe(about || joined ? 'saved' : 'empty');
        const after = await Promise.all([seen('public', id), seen('member', id)]);
        if (joined !== 'agree') expect(after).toEqual(before);
        else expect(after[0]).not.toEqual(before[0]);
        expect((await choices(id))['person.about']).toBe('member');
      }
    expect(await sound()).toBe(true);
  });
});

describe('a receipt', () => {
  const given = { 'person.name': 'member', 'person.phone': 'member', 'person.about': 'self' } as const;
  async function holder() {
    const made = await makePerson({ name: 'Rae' }, given, { email: `${randomUUID()}@example.org` });
    return { id: made.id, viewer: asMember({ personId: made.id, accountId: made.accountId ?? '' }) };
  }
  const listOf = async (viewer: SignedIn) => (await myReceipts(viewer, null, 'en')).receipts;

  it('stands for every consent, newest first, in words', async () => {
    const { viewer, id } = await holder();
    await save(person(id), ['person.name', 'weaver']);
    expect(
      (await listOf(viewer)).map(({ label, sentence, event, stands }) => [label, sentence, event, stands]),
    ).toEqual([
      ['Name', 'Only you, weavers and stewards see your name or alias and your pronouns.', 'given', true],
      ['About you', expect.stringContaining('Only you see'), 'withdrawn', false],
      ['Phone', 'Members of this network see your phone number.', 'given', true],
      ['Name', 'Members of this network see your name or alias and your pronouns.', 'given', false],
    ]);
  });

  it('is taken back by one press, as the choice is, and stays in the list', async () => {
    const { viewer, id } = await holder();
    const phone = (await listOf(viewer)).find(({ label }) => label === 'Phone');
    await withdrawReceipt(viewer, phone?.id ?? '', 'en');
    await withdrawReceipt(viewer, phone?.id ?? '', 'en');
    const [newest, ...older] = await listOf(viewer);
    expect(newest).toMatchObject({ label: 'Phone', event: 'withdrawn', how: expect.stringContaining('one press') });
    expect([older.length, (await myReceipt(viewer, phone?.id ?? '', 'en')).stands]).toEqual([3, false]);
    const form = new FormData();
    form.set('stop', 'person.name');
    form.set('policy', 'of long ago');
    expect(await saveMySharing(viewer, form, 'en')).toMatchObject({ kind: 'saved', one: 'person.name' });
    form.set('person.shoe_size', 'public');
    expect(await saveMySharing(viewer, form, 'en')).toMatchObject({ kind: 'invalid' });
    const audiences = await writerSql()`select distinct audience from core.sharing_grants where subject_id = ${id}`;
    expect([...audiences]).toEqual([{ audience: 'self' }]);
    expect(await sound()).toBe(true);
  });

  it('is seen by whose it is, and for a group by those who lead it; for others there is none', async () => {
    const { viewer } = await holder();
    const [mine] = await listOf(viewer);
    const other = await holder();
    for (const id of [mine?.id ?? '', randomUUID(), 'x', "' or 1=1"]) {
      await expect(myReceipt(other.viewer, id, 'en')).rejects.toMatchObject({ code: 'not_found' });
      await expect(withdrawReceipt(other.viewer, id, 'en')).rejects.toMatchObject({ code: 'not_found' });
      await expect(receiptFile(other.viewer, id, 'en')).rejects.toMatchObject({ code: 'not_found' });
    }
    const group = await makeGroup({ name: 'Led' }, {}, { 'group.contact': 'public' });
    await join(other.id, group.id, { leads: true });
    const [ofGroup] = await listOf(other.viewer);
    expect(ofGroup).toMatchObject({ group: 'Led', stands: true });
    await withdrawReceipt(other.viewer, ofGroup?.id ?? '', 'en');
    expect((await listOf(other.viewer))[0]).toMatchObject({ group: 'Led', event: 'withdrawn' });
    expect((await listOf({ ...other.viewer, standing: 'newcomer' })).some((each) => each.group)).toBe(false);
    expect(await sound()).toBe(true);
  });

  it('is a file for machines as well, with the fields of ISO/IEC TS 27560', async () => {
    const { viewer, id } = await holder();
    const [, phone] = await listOf(viewer);
    const file = await (await receiptFile(viewer, phone?.id ?? '', 'en')).json();
    const [{ key } = { key: '' }] = await writerSql()`select key from core.subject_keys where person_id = ${id}`;
    expect(file).toMatchObject({
      ...{ schema_version: 'ISO/IEC TS 27560:2023', record_id: phone?.id, pii_principal_id: key },
      pii_processing: {
        privacy_notice: expect.stringMatching(/^http:\/\/localhost:3000\/privacy\/\d+$/),
        purposes: [
          expect.objectContaining({ purpose: 'introductions', lawful_basis: 'dpv:Consent', shown_to: 'member' }),
        ],
      },
      events: [{ event_state: 'dpv:ConsentGiven', event_type: 'form', entity_id: key }],
    });
    expect(JSON.stringify(file)).not.toContain('Rae');
  });
});
