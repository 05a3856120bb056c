import { beforeEach, describe, expect, it } from 'vitest';
import { readerPool } from '#db/reader.server';
import { VISITOR } from '~/auth/viewer';
import { groupsView } from '~/features/directory/groups-view.server';
import { peopleView } from '~/features/directory/people-view.server';
import { parseDirectoryQuery } from '~/features/directory/query';
import { readVocabularies } from '~/features/directory/vocabularies.server';
import { importGroups } from '~/features/operate/import/import-groups.server';
import { submitTerm, submitVocabularies } from '~/features/operate/vocabularies/submit-terms.server';
import { termPage, vocabulariesPage } from '~/features/operate/vocabularies/vocabularies-page.server';
import { command } from '~/sharing/command.server';
import { rebuildProjections, verifyProjections } from '~/sharing/verify.server';
import { writerSql } from '../../../db/writer.server';
import { makeGroup, makePerson, SYSTEM } from '../../factories/people';
import { asMember } from '../../factories/viewers';
import { makeTerms } from '../../factories/vocabularies';
import { useHub } from '../../setup/hub';

useHub();

const operator = asMember({ can: ['operator'] });
const formOf = (fields: Record<string, string>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};
const change = (kind: 'interest' | 'skill', id: number, fields: Record<string, string>) =>
  submitTerm(operator, kind, id, formOf(fields));

const asked = (text: string) => parseDirectoryQuery(new URLSearchParams(text));

let water: number;
let creeks: number;
let singing: number;
let shouting: number;
let groupId: string;

beforeEach(async () => {
  await command(async ({ db }) => {
    for (const table of ['core.people', 'core.groups', 'core.topic_proposals', 'ref.interests', 'ref.skills'])
      await db.execute(`delete from ${table}`);
  });
  await rebuildProjections();
  const made = await makeTerms({ interests: ['Water', 'Creeks'], skills: ['Singing', 'Shouting'] });
  [water, creeks] = made.interests;
  [singing, shouting] = made.skills;
  const shown = { 'person.name': 'public', 'person.topics': 'public' } as const;
  await makePerson({ interestIds: [water, creeks], skillIds: [singing], learnIds: [singing, shouting] }, shown);
  groupId = (await makeGroup({ interestIds: [creeks] }, {}, { 'group.profile': 'public' })).id;
});

const shown = async () => {
  const sql = readerPool('public');
  const [person] = await sql`select interest_ids, skill_ids, learn_ids from people`;
  const [group] = await sql`select interest_ids, tsv::text as tsv from groups`;
  return { ...person, group: group?.interest_ids, tsv: group?.tsv };
};

describe('the vocabularies', () => {
  it('are counted from what the operator may see', async () => {
    await makePerson({ interestIds: [water] }, {});
    const { interests } = await vocabulariesPage(operator, 'en');
    expect(interests.map(({ label, people, groups }) => [label, people, groups])).toEqual([
      ['Creeks', 1, 1],
      ['Water', 1, 0],
    ]);
  });

  it('take a new word once, however it is written', async () => {
    const add = (en: string) => submitVocabularies(operator, formOf({ intent: 'add', kind: 'interest', en, es: '' }));
    await add('Green roofs');
    await expect(add('  green  ROOFS')).rejects.toMatchObject({ code: 'conflict' });
    await expect(add(' ')).rejects.toMatchObject({ code: 'invalid' });
  });

  it('give a word another name, by which everyone who has it is found', async () => {
    await change('interest', creeks, { intent: 'rename', en: 'Brooks', es: 'Arroyos' });
    expect((await shown()).tsv).toContain("'brooks'");
    expect((await shown()).tsv).not.toContain("'creeks'");
    await expect(change('interest', creeks, { intent: 'rename', en: 'water' })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await verifyProjections()).toEqual([]);
  });

  it('make two words one for everybody, and forget none', async () => {
    await change('interest', creeks, { intent: 'merge', into: String(water) });
    await change('skill', shouting, { intent: 'merge', into: String(singing) });
    expect(await shown()).toMatchObject({
      interest_ids: [water],
      group: [water],
      skill_ids: [singing],
      learn_ids: [singing],
    });
    expect((await readVocabularies(readerPool('public'))).interests.map(({ id }) => id)).toEqual([water]);
    await expect(termPage(operator, 'interest', String(creeks), 'en')).rejects.toMatchObject({ code: 'not_found' });
    await expect(change('interest', water, { intent: 'merge', into: String(water) })).rejects.toMatchObject({
      code: 'invalid',
    });
    expect(await verifyProjections()).toEqual([]);
  });

  it('lead on from a word that was merged: its saved address, an import that brings it, and a proposal of it', async () => {
    await change('interest', creeks, { intent: 'merge', into: String(water) });
    await change('skill', shouting, { intent: 'merge', into: String(singing) });
    const { facets, hits } = await groupsView(VISITOR, asked('interest=creeks&interest=water'), 'en');
    expect(hits).toHaveLength(1);
    expect(facets[0]?.options.filter(({ checked }) => checked).map(({ value }) => value)).toEqual(['water']);
    expect((await peopleView(VISITOR, asked('interest=creeks&skill=shouting'), 'en')).hits).toHaveLength(1);
    const content = Buffer.from('Name,Topics\nBrook Watch,CREEKS; Fens\n');
    await importGroups(SYSTEM, { fileName: 'brooks.csv', content }, { source: 'a list' });
    const [group] = await readerPool('public')`select interest_ids from groups where slug = 'brook-watch'`;
    expect(group?.interest_ids).toEqual([water]);
    expect((await vocabulariesPage(operator, 'en')).proposals.map(({ label }) => label)).toEqual(['Fens']);
    await writerSql()`insert into core.topic_proposals (kind, label, folded, group_id) values ('interest', 'Creeks', 'creeks', ${groupId})`;
    await submitVocabularies(operator, formOf({ intent: 'accept', folded: 'creeks' }));
    expect(await shown()).toMatchObject({ interest_ids: [water], group: [water] });
    expect((await readVocabularies(readerPool('public'))).interests.map(({ id }) => id)).toEqual([water]);
  });

  it('no longer offer a word, which those who have it keep', async () => {
    await change('interest', creeks, { intent: 'retire' });
    expect((await termPage(operator, 'interest', String(creeks), 'en')).term.retired).toBe(true);
    expect((await shown()).group).toEqual([creeks]);
    await change('interest', creeks, { intent: 'offer' });
    expect((await termPage(operator, 'interest', String(creeks), 'en')).term.retired).toBe(false);
  });

  it('take in a word that an import brought for the groups it came with, or let it go', async () => {
    const sql = writerSql();
    for (const [label, folded] of [
      ['Soil', 'soil'],
      ['Noise', 'noise'],
    ])
      await sql`insert into core.topic_proposals (kind, label, folded, group_id) values ('interest', ${label ?? ''}, ${folded ?? ''}, ${groupId})`;
    await submitVocabularies(operator, formOf({ intent: 'accept', folded: 'soil' }));
    await submitVocabularies(operator, formOf({ intent: 'decline', folded: 'noise' }));
    const { interests, proposals } = await vocabulariesPage(operator, 'en');
    expect(interests.find(({ label }) => label === 'Soil')).toMatchObject({ groups: 1 });
    expect(proposals).toEqual([]);
    expect(await verifyProjections()).toEqual([]);
  });

  it('are changed by operators alone', async () => {
    const member = asMember();
    const add = submitVocabularies(member, formOf({ intent: 'add', kind: 'skill', en: 'Knitting', es: '' }));
    await expect(add).rejects.toMatchObject({ code: 'not_found' });
    await expect(submitTerm(member, 'interest', water, formOf({ intent: 'retire' }))).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
