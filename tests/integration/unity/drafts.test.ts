import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SignedIn } from '~/auth/viewer';
import { VISITOR } from '~/auth/viewer';
import { asForm } from '~/features/directory/edit-form';
import { circulateToGroup, forgetOldLinks, makeLink, revokeLink } from '~/features/unity/drafts/circulation.server';
import { submitCirculation } from '~/features/unity/drafts/circulation-form.server';
import { answerComment, closeComments, moveCommentUp } from '~/features/unity/drafts/comments.server';
import { submitComments } from '~/features/unity/drafts/comments-form.server';
import { draftPage, publishDraft } from '~/features/unity/drafts/draft-page.server';
import { createDraft, draftsPage } from '~/features/unity/drafts/drafts.server';
import { saveDraft } from '~/features/unity/drafts/edit.server';
import {
  circulatedDraft,
  commentAsMember,
  commentFromOutside,
  outsideDraft,
} from '~/features/unity/drafts/read-draft.server';
import { takeComment } from '~/features/unity/drafts/take-comment.server';
import { unityAtHome } from '~/features/unity/home.server';
import { unityPage } from '~/features/unity/unity-page.server';
import type { FormValues } from '~/lib/forms';
import { writerSql } from '../../../db/writer.server';
import { coreHash } from '../../factories/core-hash';
import { join, makeGroup, makePerson } from '../../factories/people';
import { asMember } from '../../factories/viewers';
import { useHub } from '../../setup/hub';

useHub();

const operator = asMember({ can: ['operator'] });
const steward = asMember({ can: ['steward'] });
const member = asMember({ can: ['weaver'] });
const HERE = '192.0.2.7';
const absent = (work: Promise<unknown>) => expect(work).rejects.toMatchObject({ code: 'not_found' });
const conflict = (work: Promise<unknown>) => expect(work).rejects.toMatchObject({ code: 'conflict' });

let draft: string;
let lead: SignedIn;
let group: { id: string; slug: string };

beforeAll(async () => {
  const person = await makePerson({ name: 'Lena Lead' }, { 'person.name': 'member' }, { email: 'lena@example.org' });
  lead = asMember({ personId: person.id, accountId: person.accountId ?? '', handle: person.handle, name: 'Lena Lead' });
  group = await makeGroup({ name: 'Reading Group' });
  await join(lead.personId, group.id, { leads: true });
});
beforeEach(async () => {
  draft = await createDraft(operator);
  await writerSql()`delete from core.rate_limits`;
});

const edit = async (viewer: SignedIn, change: FormValues, from?: Awaited<ReturnType<typeof draftPage>>) => {
  const { values, base } = from ?? (await draftPage(viewer, draft, 'en'));
  return saveDraft(viewer, draft, asForm({ ...values, base, ...change }), 'en');
};
const words = async () => (await draftPage(operator, draft, 'en')).comments.map((comment) => comment.words);

describe('a new network', () => {
  it('proposes a text to those who look after it, and to nobody else', async () => {
    await writerSql()`delete from core.statement_drafts`;
    expect((await draftsPage(steward, 'es')).proposal?.html).toContain('Inclusión');
    await absent(draftsPage(member, 'en'));
    await absent(createDraft(member));
    expect(await unityPage(VISITOR, 'en', { groups: '', people: '' })).toMatchObject({ statement: null });
    draft = await createDraft(steward);
    expect((await draftsPage(operator, 'en')).proposal).toBeNull();
    expect((await draftPage(operator, draft, 'en')).values.body_en).toContain('### Own your voice');
  });
});

describe('writing a draft', () => {
  it('is for operators and stewards', async () => {
    for (const work of [
      draftPage(member, draft, 'en'),
      makeLink(operator, '00000000-0000-4000-8000-00000000000f', 'x'),
    ])
      await absent(work);
    await expect((async () => saveDraft(member, draft, asForm({}), 'en'))()).rejects.toMatchObject({
      code: 'not_found',
    });
    await absent(draftPage(operator, 'no-draft', 'en'));
  });

  it('shows both texts to the second of two who change the same', async () => {
    const before = await draftPage(operator, draft, 'en');
    expect(await edit(operator, { title_en: 'First' }, before)).toBeNull();
    const second = await edit(steward, { title_en: 'Second', title_es: 'Segunda' }, before);
    expect(second).toMatchObject({ kind: 'conflict', values: { title_en: 'Second' } });
    expect(second?.conflicts.find(({ field }) => field === 'title_en')).toMatchObject({
      mine: 'Second',
      theirs: 'First',
      chosen: 'mine',
    });
    const settled = { ...second?.values, base: second?.base ?? '', 'take.title_en': 'theirs', 'take.title_es': 'mine' };
    expect(await saveDraft(steward, draft, asForm(settled), 'en')).toBeNull();
    expect((await draftPage(operator, draft, 'en')).values).toMatchObject({ title_en: 'First', title_es: 'Segunda' });
  });

  it('keeps what was typed where a text is too long', async () => {
    const long = 'x'.repeat(100_000);
    const outcome = await edit(operator, { body_en: long });
    expect(outcome).toMatchObject({
      kind: 'invalid',
      values: { body_en: long },
      errors: { body_en: expect.any(String) },
    });
  });
});

describe('a private link', () => {
  it('is the same nothing whether it never was, has expired or was taken back', async () => {
    const token = await makeLink(operator, draft, 'A friend');
    expect(await outsideDraft(token, 'en')).toMatchObject({ open: true, comments: [] });
    const expired = await makeLink(operator, draft, 'Late', new Date(Date.now() - 31 * 86_400_000));
    const { circulation } = await draftPage(operator, draft, 'en');
    expect(circulation.links.find(({ label }) => label === 'A friend')?.url).toMatch(
      new RegExp(`/unity/drafts/${token}$`),
    );
    const revoked = await makeLink(operator, draft, 'Revoked');
    const [row] = await writerSql()<{ id: string }[]>`select id from core.draft_links where label = 'Revoked'`;
    await revokeLink(operator, draft, row?.id ?? '');
    for (const nothing of [expired, revoked, 'x'.repeat(43), '', '../..']) {
      expect(await outsideDraft(nothing, 'en')).toBeNull();
      expect(await commentFromOutside(nothing, { name: null, words: 'x' }, HERE)).toBe(false);
    }
    expect(JSON.stringify(await writerSql()`select * from core.draft_links`)).not.toContain(token);
  });

  it('is deleted a week after it ran out or was taken back', async () => {
    await makeLink(operator, draft, 'Just over', new Date(Date.now() - 31 * 86_400_000));
    const labels = async () => (await draftPage(operator, draft, 'en')).circulation.links.map(({ label }) => label);
    await makeLink(operator, draft, 'A friend');
    await makeLink(operator, draft, 'Taken back');
    const [row] = await writerSql()<{ id: string }[]>`select id from core.draft_links where label = 'Taken back'`;
    await revokeLink(operator, draft, row?.id ?? '');
    const gone = ['Just over', 'Taken back'];
    await forgetOldLinks();
    expect(await labels()).toEqual(expect.arrayContaining(gone));
    await forgetOldLinks(new Date(Date.now() + 8 * 86_400_000));
    expect((await labels()).filter((label) => gone.includes(label))).toEqual([]);
    expect(await labels()).toContain('A friend');
  });

  it('leaves no trace of who opens it, and counts who writes by a keyed hash alone', async () => {
    const token = await makeLink(operator, draft, 'A friend');
    const before = await coreHash();
    await outsideDraft(token, 'en');
    await outsideDraft('x'.repeat(43), 'en');
    expect(await coreHash()).toBe(before);
    await commentFromOutside(token, { name: 'Choir', words: 'Good' }, HERE);
    await commentFromOutside(token, { name: null, words: 'Better' }, HERE);
    expect((await outsideDraft(token, 'en'))?.comments).toMatchObject([
      { name: 'Choir', outside: true, words: 'Good' },
      { name: null, outside: true, words: 'Better' },
    ]);
    expect(JSON.stringify(await writerSql()`select * from core.draft_comments`)).not.toContain(HERE);
  });

  it('takes ten comments an hour from one network', async () => {
    const token = await makeLink(operator, draft, 'Many');
    for (let n = 0; n < 10; n += 1) await commentFromOutside(token, { name: null, words: `${n}` }, HERE);
    await expect(commentFromOutside(token, { name: null, words: 'x' }, '192.0.2.99')).rejects.toMatchObject({
      code: 'too_many',
    });
    expect(await commentFromOutside(token, { name: null, words: 'x' }, '198.51.100.1')).toBe(true);
  });
});

describe('a draft that went to a group', () => {
  it('is there for its leads, on their own page, and for nobody else', async () => {
    expect(await circulateToGroup(operator, draft, { group: 'No such group', groupValue: null })).toBe(false);
    await absent(circulatedDraft(lead, draft, 'en'));
    expect(await circulateToGroup(operator, draft, { group: 'Reading Group', groupValue: null })).toBe(true);
    expect((await unityAtHome(lead, 'en')).drafts).toMatchObject([{ id: draft }]);
    await commentAsMember(lead, draft, 'Seen');
    expect((await circulatedDraft(lead, draft, 'en')).comments).toMatchObject([{ name: 'Lena Lead', outside: false }]);
    for (const other of [member, operator, { ...lead, standing: 'held' as const }]) {
      await absent(circulatedDraft(other, draft, 'en'));
      await absent(commentAsMember(other, draft, 'x'));
    }
    // Somebody outside does not see who it was.
    const token = await makeLink(operator, draft, 'x');
    expect((await outsideDraft(token, 'en'))?.comments).toMatchObject([{ name: null, outside: false }]);
    await submitCirculation(operator, draft, asForm({ intent: 'remove-group', id: group.id }));
    await absent(circulatedDraft(lead, draft, 'en'));
    expect((await unityAtHome(lead, 'en')).drafts).toEqual([]);
  });
});

describe('comments', () => {
  const request = (fields: Record<string, string>) =>
    new Request('http://hub/', { method: 'POST', body: new URLSearchParams(fields) });

  it.each([
    [{ words: '' }, { words: ['required'] }],
    [{ words: ' \n ' }, { words: ['required'] }],
    [{ words: 'x'.repeat(100_000) }, { words: ['too_long'] }],
    [{ words: 'x', name: 'y'.repeat(10_000) }, { name: ['too_long'] }],
    [{ words: 'x', personId: 'someone' }, { _form: ['unknown_field'] }],
  ])('refuses %j, and keeps what was typed', async (fields, errors) => {
    const outcome = await takeComment(request(fields as Record<string, string>), async () => {
      throw new Error('added');
    });
    expect(outcome).toMatchObject({ errors, values: fields });
  });

  it('are answered, put in order and closed by those who look after the statement', async () => {
    const token = await makeLink(operator, draft, 'x');
    for (const each of ['one', 'two', 'three']) await commentFromOutside(token, { name: null, words: each }, HERE);
    const { comments } = await draftPage(operator, draft, 'en');
    const third = comments[2]?.id ?? '';
    await moveCommentUp(operator, draft, third);
    await moveCommentUp(operator, draft, third);
    await moveCommentUp(operator, draft, third);
    expect(await words()).toEqual(['three', 'one', 'two']);
    await answerComment(operator, draft, third, 'Thank you');
    expect((await outsideDraft(token, 'en'))?.comments[0]?.answer).toBe('Thank you');
    await submitComments(operator, draft, asForm({ intent: 'remove', id: third }));
    expect(await words()).toEqual(['one', 'two']);
    await expect(
      submitComments(operator, draft, asForm({ intent: 'answer', id: third, answer: 'x'.repeat(100_000) })),
    ).rejects.toMatchObject({ code: 'invalid' });
    await absent(submitComments(operator, draft, asForm({ intent: 'answer', id: third, answer: 'x' })));
    await absent((async () => submitComments(member, draft, asForm({ intent: 'close' })))());
    await closeComments(operator, draft, true);
    await conflict(commentFromOutside(token, { name: null, words: 'late' }, HERE));
    await closeComments(operator, draft, false);
    expect(await commentFromOutside(token, { name: null, words: 'four' }, HERE)).toBe(true);
  });
});

describe('publishing a draft', () => {
  it('is for stewards, of what they read, once, and of something new', async () => {
    await edit(operator, { changes_en: 'First of all' });
    const { version } = await draftPage(steward, draft, 'en');
    await absent(publishDraft(operator, draft, version));
    await conflict(publishDraft(steward, draft, version - 1));
    expect(await publishDraft(steward, draft, version)).toBe(1);
    expect(await unityPage(VISITOR, 'en', { groups: '', people: '' })).toMatchObject({
      statement: { version: 1, changes: 'First of all' },
    });
    await conflict(publishDraft(steward, draft, version));
    await conflict(edit(operator, { title_en: 'Too late' }));

    draft = await createDraft(operator);
    await conflict(publishDraft(steward, draft, 1));
    await edit(operator, { title_en: '' });
    await conflict(publishDraft(steward, draft, 2));
    await edit(operator, { title_en: 'Second' });
    const both = await Promise.allSettled([publishDraft(steward, draft, 3), publishDraft(steward, draft, 3)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await writerSql()`select version from ref.statements order by 1`).map((row) => row.version)).toEqual([
      1, 2,
    ]);
  });
});
