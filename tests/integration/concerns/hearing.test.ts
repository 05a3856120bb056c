import { beforeEach, describe, expect, it } from 'vitest';
import { writerSql } from '#db/writer.server';
import { brokenEntry } from '~/auth/audit/read.server';
import { erasePerson } from '~/auth/erase-person.server';
import { type SignedIn, VISITOR } from '~/auth/viewer';
import { aboutMe, sayAboutMe } from '~/features/concerns/about-me.server';
import { concernsAtHome } from '~/features/concerns/at-home.server';
import { tidyConcerns } from '~/features/concerns/clear-up.server';
import { askToHear, removeContact } from '~/features/concerns/contacts.server';
import { heardConcerns, hearing } from '~/features/concerns/hearing.server';
import { KEPT_DAYS } from '~/features/concerns/limits';
import { answerMine, myConcern, myConcerns } from '~/features/concerns/my-concerns.server';
import { raisePage } from '~/features/concerns/raise-page.server';
import { stepBack } from '~/features/concerns/step-back.server';
import { takeStep, tellPerson } from '~/features/concerns/steps.server';
import { myData } from '~/features/privacy/my-data/my-data.server';
import { command } from '~/sharing/command.server';
import { join, makeGroup, SYSTEM } from '../../factories/people';
import { useHub } from '../../setup/hub';
import { tracesOf } from '../../setup/traces';
import { contacts, hearers, member, nobodyYet, outsider, raise, raised, stateOf } from './people';

useHub();

const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};
const say = (words: string) => form({ intent: 'say', words });
const appeal = (words: string) => form({ intent: 'appeal', words });
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
const mails = async (template: string) =>
  (await writerSql()`select 1 from core.outbox where template = ${`concern-${template}`}`).length;

let [ana, bo, raiser, troll] = [] as unknown as [SignedIn, SignedIn, SignedIn, SignedIn];
beforeEach(async () => {
  await nobodyYet();
  [ana, bo] = (await contacts('Ana', 'Bo')) as [SignedIn, SignedIn];
  [raiser, troll] = [await member('Raiser'), await member('Troll')];
});

/** A concern about the troll that Ana and Bo heard and closed, of which the troll was told. */
async function closed(): Promise<string> {
  const id = await raised(raiser, { about: troll.handle });
  await tellPerson(ana, id, 'Qxtold', null);
  await takeStep(bo, id, 'close', 'Qxoutcome');
  return id;
}

describe('who hears a concern', () => {
  it('are two stewards who said yes, by turns', async () => {
    await contacts('Cleo', 'Dan');
    const both = [await raised(raiser), await raised(raiser)];
    const heard = [...(await hearers(both[0] ?? '')), ...(await hearers(both[1] ?? ''))];
    expect(heard.sort()).toEqual(['Ana', 'Bo', 'Cleo', 'Dan']);
    expect(await mails('hearer')).toBe(4);
  });

  type Bond = (cleo: SignedIn) => Promise<unknown>;
  const sql = () => writerSql();
  const bonds: [string, Bond][] = [
    ['the person it is about', async (cleo) => raised(raiser, { about: `/people/${cleo.handle}/?x` })],
    ['whoever raised it', (cleo) => raised(cleo)],
    ['whoever was marked as involved', (cleo) => raised(raiser, { involved: [cleo.personId] })],
    [
      'who leads a group with them',
      async (cleo) => {
        const group = await makeGroup({ name: 'Led Together' });
        for (const each of [cleo, troll]) await join(each.personId, group.id, { leads: true });
        return raised(raiser, { about: troll.handle });
      },
    ],
    [
      'who brought them in',
      async (cleo) => {
        await sql()`insert into core.invited_people (person_id, invited_by) values (${troll.personId}, ${cleo.personId})`;
        return raised(raiser, { about: troll.handle });
      },
    ],
    [
      'whom they brought in',
      async (cleo) => {
        await sql()`insert into core.invited_people (person_id, invited_by) values (${cleo.personId}, ${troll.personId})`;
        return raised(raiser, { about: troll.handle });
      },
    ],
    [
      'who vouched for them',
      async (cleo) => {
        await sql()`insert into core.vouches (newcomer_id, address_hash, shown, person_id, answer)
          values (${troll.personId}, 'x', 'x', ${cleo.personId}, 'yes')`;
        return raised(raiser, { about: troll.handle });
      },
    ],
    [
      'a steward no longer',
      async (cleo) => {
        await sql()`delete from core.role_grants where account_id = ${cleo.accountId}`;
        return raised(raiser);
      },
    ],
    [
      'somebody paused',
      async (cleo) => {
        await sql()`update core.people set standing = 'held' where id = ${cleo.personId}`;
        return raised(raiser);
      },
    ],
    [
      'a steward who takes no more',
      async (cleo) => {
        await removeContact(cleo, cleo.personId);
        return raised(raiser);
      },
    ],
  ];
  it.each(bonds)('is never %s', async (_, bond) => {
    // Those two had one just now, so that it would be her turn.
    await raised(VISITOR);
    const [cleo] = (await contacts('Cleo')) as [SignedIn];
    expect(await hearers((await bond(cleo)) as string)).toEqual(['Ana', 'Bo']);
  });

  it('is nobody who was only asked; where fewer than two are left, nothing is taken and nothing kept', async () => {
    const cleo = await member('Cleo', 'steward');
    expect([await askToHear(ana, cleo.personId), await askToHear(ana, cleo.personId)]).toEqual([true, false]);
    expect(await askToHear(ana, raiser.personId)).toBe(false);
    expect(await raise(raiser, { involved: [bo.personId] })).toEqual({ kind: 'nobody' });
    expect(await tracesOf('Qxwords')).toEqual([]);
    expect((await concernsAtHome(cleo)).asked).toBe(true);
    expect(await raisePage(ana)).toMatchObject({ enough: false, outside: null });
    await removeContact(bo, bo.personId);
    expect((await concernsAtHome(ana)).missing).toBe(true);
    expect((await concernsAtHome(raiser)).missing).toBe(false);
  });

  it('changes when one steps back, and the hours fill an empty place; the last one stays until somebody can follow', async () => {
    const id = await raised(raiser);
    expect(await stepBack(ana, id)).toBe('done');
    expect([await hearers(id), (await heardConcerns(ana)).length]).toEqual([['Bo'], 0]);
    expect(await stepBack(bo, id)).toBe('alone');
    await contacts('Cleo');
    await tidyConcerns();
    expect(await hearers(id)).toEqual(['Bo', 'Cleo']);
    await writerSql()`delete from core.role_grants where account_id = ${bo.accountId}`;
    await contacts('Dan');
    await tidyConcerns();
    expect(await hearers(id)).toEqual(['Cleo', 'Dan']);
  });
});

describe('the hearing', () => {
  it('goes from a call to the other side to an outcome; each reads their own part', async () => {
    const id = await raised(raiser, { mayName: true });
    expect(await takeStep(ana, id, 'call_raiser', 'Qxcall')).toBe('done');
    expect(await takeStep(ana, id, 'to_about', 'x')).toBe('late');
    expect(await tellPerson(ana, id, 'Qxtold', 'nobody-at-all-9')).toBe('nobody');
    expect(await tellPerson(ana, id, 'Qxtold', raiser.handle)).toBe('nobody');
    expect(await tellPerson(ana, id, 'Qxtold', bo.handle)).toBe('near');
    await expect(aboutMe(troll, id)).rejects.toMatchObject({ code: 'not_found' });
    const both = await Promise.all([1, 2].map(() => tellPerson(ana, id, 'Qxtold', troll.handle)));
    expect(both.sort()).toEqual(['done', 'late']);
    expect(await sayAboutMe(troll, id, say('Qxside'))).toEqual({ kind: 'kept' });
    expect(await answerMine(raiser, id, say('Qxmore'))).toEqual({ kind: 'kept' });
    await takeStep(bo, id, 'note', 'Qxnote');
    await takeStep(bo, id, 'heard', 'Qxheard');
    const ends = await Promise.all([ana, bo].map((steward) => takeStep(steward, id, 'close', 'Qxend')));
    expect(ends.sort()).toEqual(['done', 'late']);
    const words = (entries: { words: string | null }[]) => entries.map((entry) => entry.words).join(' ');
    expect(words((await hearing(ana, id)).entries)).toBe(
      'Qxwords of what happened. Qxcall Qxtold Qxside Qxmore Qxnote Qxheard Qxend',
    );
    expect(words((await myConcern(raiser, id)).entries)).toBe('Qxwords of what happened. Qxcall Qxmore Qxend');
    const mine = await aboutMe(troll, id);
    expect(words(mine.entries)).toBe('Qxtold Qxside Qxheard Qxend');
    expect([mine.raisedBy, mine.hearers.sort()]).toEqual(['Raiser', ['Ana', 'Bo']]);
    expect((await sayAboutMe(troll, id, say('late'))).kind).toBe('late');
    expect([await mails('raiser'), await mails('about')]).toEqual([2, 2]);
    expect((await concernsAtHome(troll)).aboutMe).toEqual([{ id, ended: true }]);
  });

  it('names nobody who did not agree, and says in the audit that there was one and not who', async () => {
    const id = await raised(raiser, { about: troll.handle });
    await tellPerson(bo, id, 'Qxtold', null);
    await takeStep(bo, id, 'close', 'Qxend');
    expect((await aboutMe(troll, id)).raisedBy).toBeNull();
    const rows = await writerSql()<
      { action: string; actor_key: string; subject_key: string | null; detail: unknown }[]
    >`
      select action, actor_key, subject_key, detail from core.audit where action in ('concern_assigned', 'concern_closed')
      order by seq desc limit 2`;
    expect([...rows]).toEqual([
      { action: 'concern_closed', actor_key: 'console', subject_key: null, detail: {} },
      { action: 'concern_assigned', actor_key: 'console', subject_key: null, detail: {} },
    ]);
    expect(await brokenEntry()).toBeNull();
  });

  it('lets one person raise five a day', async () => {
    const kinds = [];
    for (let at = 0; at < 6; at += 1) kinds.push((await raise(raiser)).kind);
    expect(kinds).toEqual([...Array(5).fill('raised'), 'too_many']);
    expect(await myConcerns(raiser)).toHaveLength(5);
  });
});

describe('an appeal', () => {
  it('is made once, goes to two others, who read all of it; those who heard it first read its outcome', async () => {
    const [cleo] = (await contacts('Cleo', 'Dan')) as [SignedIn];
    const id = await raised(raiser, { about: troll.handle, involved: [] });
    const first = await hearers(id);
    const [one] = [ana, bo, cleo].filter(({ name }) => first.includes(name)) as [SignedIn];
    await tellPerson(one, id, 'Qxtold', null);
    await takeStep(one, id, 'close', 'Qxoutcome');
    const both = await Promise.all([1, 2].map(() => sayAboutMe(troll, id, appeal('Qxappeal'))));
    expect(both.map(({ kind }) => kind).sort()).toEqual(['kept', 'late']);
    const second = await hearers(id, 2);
    expect([...first, ...second].sort()).toEqual(['Ana', 'Bo', 'Cleo', 'Dan']);
    expect(JSON.stringify(await hearing(one, id))).not.toContain('Qxappeal');
    expect(await takeStep(one, id, 'note', 'x')).toBe('late');
    const other = [ana, bo, cleo].find(({ name }) => second.includes(name)) as SignedIn;
    expect(JSON.stringify(await hearing(other, id))).toMatch(/Qxwords.*Qxappeal/);
    expect(await takeStep(other, id, 'close', 'Qxfinal')).toBe('done');
    for (const page of [await hearing(one, id), await myConcern(raiser, id), await aboutMe(troll, id)])
      expect(JSON.stringify(page)).toContain('Qxfinal');
    expect((await aboutMe(troll, id)).appealTo).toBeNull();
    expect(await stateOf(id)).toBe('closed closed');
  });

  it('that nobody could hear is not taken, and what was typed comes back', async () => {
    const id = await closed();
    expect((await aboutMe(troll, id)).appealTo).toEqual({ kind: 'nobody' });
    expect(await sayAboutMe(troll, id, appeal('Qxappeal'))).toMatchObject({ kind: 'nobody', words: 'Qxappeal' });
    expect(await tracesOf('Qxappeal')).toEqual([]);
    await outsider(ana);
    expect(await sayAboutMe(troll, id, appeal('Qxappeal'))).toEqual({ kind: 'kept' });
    expect(await stateOf(id)).toBe('closed outside');
  });
});

describe('leaving', () => {
  it('takes what the person concerned said with it, and the concern goes on', async () => {
    const id = await raised(raiser, { about: troll.handle });
    await tellPerson(ana, id, 'Qxtold', null);
    await sayAboutMe(troll, id, say('Qxside'));
    await command((unit) => erasePerson(troll, unit, troll.personId));
    expect(await tracesOf('Qxside', troll.personId, troll.accountId, troll.handle)).toEqual([]);
    expect(await hearing(bo, id)).toMatchObject({ mayAct: true, told: true, about: { linked: false, shown: null } });
    expect(await takeStep(bo, id, 'close', 'Qxend')).toBe('done');
    await command((unit) => erasePerson(raiser, unit, raiser.personId));
    await tidyConcerns();
    expect(await stateOf(id)).toBe('gone');
  });

  it('or not, both may take along what they said themselves, and nothing else', async () => {
    const id = await raised(raiser, { about: troll.handle });
    await tellPerson(ana, id, 'Qxtold', null);
    await sayAboutMe(troll, id, say('Qxside'));
    const said = async (who: SignedIn) => JSON.stringify((await myData(who)).said_in_confidence);
    expect([await said(raiser), await said(troll), await said(ana)]).toEqual([
      expect.stringMatching(/^(?!.*Qxside).*Qxwords/),
      expect.stringMatching(/^(?!.*Qxwords).*Qxside/),
      '[]',
    ]);
  });

  it('takes what the raiser wrote with it, and the two still hear the other side', async () => {
    const id = await raised(raiser, { about: troll.handle, contact: 'elsewhere@example.org' });
    await answerMine(raiser, id, say('Qxmore'));
    await command((unit) => erasePerson(raiser, unit, raiser.personId));
    expect(await tracesOf('Qxwords', 'Qxmore', 'elsewhere@example.org', raiser.personId)).toEqual([]);
    expect((await hearing(ana, id)).raiser).toEqual({ kind: 'gone' });
    expect(await takeStep(ana, id, 'call_raiser', 'x')).toBe('late');
    expect(await tellPerson(ana, id, 'Qxtold', null)).toBe('done');
  });

  it('of a steward leaves the steps they took, without their name, and their place to another', async () => {
    const id = await raised(raiser);
    await takeStep(ana, id, 'call_raiser', 'Qxcall');
    await contacts('Cleo');
    await command((unit) => erasePerson(SYSTEM, unit, ana.personId));
    await tidyConcerns();
    expect(await hearers(id)).toEqual(['Bo', 'Cleo']);
    expect((await myConcern(raiser, id)).entries[1]).toMatchObject({ words: 'Qxcall', steward: null });
    expect(await tracesOf(ana.personId)).toEqual([]);
  });
});

describe('after its end', () => {
  it('a concern is kept for its time and then deleted whole, and longer while an appeal is heard', async () => {
    const id = await closed();
    await tidyConcerns(inDays(KEPT_DAYS - 1));
    expect(await stateOf(id)).toBe('closed');
    await contacts('Cleo', 'Dan');
    await sayAboutMe(troll, id, appeal('Qxappeal'));
    await tidyConcerns(inDays(KEPT_DAYS + 1));
    expect(await stateOf(id)).toBe('closed open');
    await writerSql()`update core.concerns set appeal = 'closed', ended_at = now() where id = ${id}`;
    await tidyConcerns(inDays(KEPT_DAYS + 1));
    expect(await stateOf(id)).toBe('gone');
    expect(await tracesOf('Qxwords', 'Qxtold', 'Qxoutcome', 'Qxappeal')).toEqual([]);
  });
});
