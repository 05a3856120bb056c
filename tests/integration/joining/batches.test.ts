import { beforeAll, describe, expect, it } from 'vitest';
import { writerSql } from '#db/writer.server';
import type { SignedIn } from '~/auth/viewer';
import { sendBatch, stopBatch } from '~/features/joining/batches/batches.server';
import { batchPage, choosable, listBatches } from '~/features/joining/batches/read-batches.server';
import { REMINDER_MAIL, remindUnanswered } from '~/features/joining/batches/remind.server';
import { submitBatch, submitDraft } from '~/features/joining/batches/submit-batch.server';
import { addImported } from '~/features/joining/imported.server';
import { invitationMail, reminderMail } from '~/features/joining/invitation-mail.server';
import { invite } from '~/features/joining/invite.server';
import { profileInput } from '~/features/profile/profile.schema';
import type { MailJob } from '~/lib/mail/registry.server';
import { renderLetter } from '~/lib/mail/render.server';
import { command } from '~/sharing/command.server';
import { giveRole, makePerson, SYSTEM } from '../../factories/people';
import { asMember } from '../../factories/viewers';
import { useHub } from '../../setup/hub';

useHub();
let steward: SignedIn;
beforeAll(async () => {
  const { id, accountId } = await makePerson({ name: 'Stew Keeper' }, {}, { email: 'stew@example.org' });
  await giveRole(accountId, 'steward');
  steward = asMember({ personId: id, accountId: accountId ?? '', can: ['steward'] });
});

const imported = (mark: string, count: number) =>
  command((unit) =>
    addImported(
      SYSTEM,
      unit,
      Array.from({ length: count }, (_, at) => ({
        profile: profileInput.parse({ name: `${mark} Person ${at}` }),
        email: `${mark}-${at}@example.org`.toLowerCase(),
        source: at % 2 ? 'the river walk' : 'the spring gathering',
      })),
    ),
  );

function form(fields: Record<string, string | string[]>): FormData {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) made.append(name, each);
  return made;
}
const GIVEN = { chosen: 'all', words_en: 'We plan a gathering.', words_es: 'Hacemos un encuentro.', perHour: '20' };
const draft = async (fields: Record<string, string | string[]>) => {
  const said = await submitDraft(steward, form({ ...GIVEN, ...fields }));
  if (!('id' in said)) throw new Error(JSON.stringify(said));
  return said.id;
};
const press = (id: string, intent: string, who = steward) => submitBatch(who, id, form({ intent }), 'en');
const jobs = (template: string, id: string) => writerSql()<(MailJob & { minutes: number })[]>`
  select o.id, o.about, o.created_at as "createdAt", round(extract(epoch from o.run_at - o.created_at) / 60)::int as minutes
  from core.outbox o join core.invitations v on o.about ->> 'invitation' = v.id::text
  where o.template = ${template} and v.batch_id = ${id} order by o.run_at`;
const text = async (mail: Awaited<ReturnType<typeof invitationMail>>) =>
  (await renderLetter(mail as NonNullable<typeof mail>)).text;
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

describe('a batch of invitations', () => {
  it('shows the very mail in both languages, whom it goes to and where the addresses are from, and sends nothing', async () => {
    await imported('Preview', 3);
    expect((await choosable(steward, 'preview')).total).toBe(3);
    const id = await draft({ q: 'preview' });
    const page = await batchPage(steward, id);
    expect(page).toMatchObject({ size: 3, sent: null, waiting: 0, perHour: 20 });
    expect(page.sources).toEqual([
      { source: 'the spring gathering', count: 2 },
      { source: 'the river walk', count: 1 },
    ]);
    expect(page.letters.map(({ text }) => /We plan a gathering|Hacemos un encuentro/.exec(text)?.[0])).toEqual([
      'We plan a gathering',
      'Hacemos un encuentro',
    ]);
    expect(await writerSql()`select 1 from core.outbox where template = 'invitation'`).toEqual([]);
    expect(await press(id, 'drop')).toEqual({ kind: 'dropped' });
    await expect(batchPage(steward, id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('goes out so many an hour, once, to those who can still be asked', async () => {
    const ids = await imported('Slow', 5);
    const id = await draft({ q: 'slow', chosen: 'ticked', personId: ids.slice(0, 4), perHour: '10' });
    await invite(steward, ids[0] ?? '', 'en');
    await makePerson({ name: 'Joined' }, {}, { email: 'slow-1@example.org' });
    const answers = await Promise.all([press(id, 'send'), press(id, 'send')]);
    expect(answers.map((said) => ('count' in said ? said.count : -1)).sort()).toEqual([0, 2]);
    const waiting = await jobs('invitation', id);
    expect(waiting.map(({ minutes }) => minutes)).toEqual([0, 6]);
    expect(await text(await invitationMail(waiting[0] as MailJob))).toContain('We plan a gathering.');
    expect(await batchPage(steward, id)).toMatchObject({ size: 2, waiting: 2 });
    const left = (await choosable(steward, 'slow')).people.map(({ personId }) => personId);
    expect(left.sort()).toEqual([ids[1], ids[4]].sort());
  });

  it('is stopped: what was not tried is taken back, and those people can be asked again', async () => {
    const ids = await imported('Halt', 3);
    const id = await draft({ q: 'halt' });
    await press(id, 'send');
    const [first] = await jobs('invitation', id);
    await writerSql()`update core.outbox set state = 'sent', sent_at = now(), attempts = 1 where id = ${first?.id ?? ''}`;
    const stops = await Promise.all([stopBatch(steward, id), stopBatch(steward, id)]);
    expect(stops.sort()).toEqual([0, 2]);
    expect((await listBatches(steward)).find((batch) => batch.id === id)).toMatchObject({ size: 1, waiting: 0 });
    expect((await choosable(steward, 'halt')).total).toBe(2);
    expect(ids).toHaveLength(3);
  });

  it('writes once more after five days of silence, and never again', async () => {
    await writerSql()`delete from core.outbox`;
    await imported('Silent', 2);
    const id = await draft({ q: 'silent' });
    await press(id, 'send');
    const [sent] = await jobs('invitation', id);
    expect(await remindUnanswered(inDays(20))).toBe(0);
    await writerSql()`update core.outbox set state = 'sent', sent_at = now() where id = ${sent?.id ?? ''}`;
    expect(await remindUnanswered(inDays(4.9))).toBe(0);
    expect(await remindUnanswered(inDays(5.1))).toBe(1);
    expect(await remindUnanswered(inDays(9))).toBe(0);
    const [again] = await jobs(REMINDER_MAIL, id);
    const words = await text(await reminderMail(again as MailJob));
    expect(words).toContain('This is the last time we ask');
    expect(words).toContain('No, delete me');
    expect(words).not.toContain('we write once more');
  });

  it('leaves those alone who were invited one by one, or go by their age in a moment', async () => {
    const [single = ''] = await imported('Single', 1);
    await invite(steward, single, 'en');
    await imported('Aged', 1);
    const id = await draft({ q: 'aged' });
    await press(id, 'send');
    await writerSql()`update core.outbox set state = 'sent', sent_at = now() - interval '6 days' where state = 'waiting'`;
    await writerSql()`update core.imported_people set imported_at = now() - interval '58 days' where email like 'aged-%'`;
    const mine = () => writerSql()`
      select 1 from core.invitations v join core.imported_people i on i.person_id = v.person_id
      where v.reminded_at is not null and (i.email like 'aged-%' or i.email like 'single-%')`;
    await remindUnanswered();
    expect(await mine()).toEqual([]);
  });

  it.each([
    [{ words_en: 'x'.repeat(10_000) }, ['words_en']],
    [{ chosen: 'ticked' }, ['nobody']],
    [{ chosen: 'ticked', personId: '00000000-0000-4000-8000-000000000009' }, ['nobody']],
    [{ q: 'nobody of this name' }, ['nobody']],
  ])('%j is answered in plain words, and what was typed comes back', async (fields, wrong) => {
    const said = await submitDraft(steward, form({ ...GIVEN, ...fields }));
    expect(said).toMatchObject({ wrong, words_es: GIVEN.words_es });
  });

  it('is for stewards, and refuses what is no form of its pages', async () => {
    const other = asMember({ can: ['operator', 'weaver'] });
    const id = await draft({ q: (await imported('Guarded', 1)) && 'guarded' });
    for (const attempt of [
      () => submitDraft(other, form(GIVEN)),
      () => press(id, 'send', other),
      () => batchPage(other, id),
      () => listBatches(other),
      () => sendBatch(steward, '00000000-0000-4000-8000-000000000009', 'en'),
    ])
      await expect((async () => attempt())()).rejects.toMatchObject({ code: 'not_found' });
    await expect(press(id, 'nonsense')).rejects.toMatchObject({ code: 'invalid' });
    await expect(press('x', 'send')).rejects.toMatchObject({ code: 'invalid' });
    await expect(submitDraft(steward, form({ ...GIVEN, perHour: '100000' }))).rejects.toMatchObject({
      code: 'invalid',
    });
  });
});
