import { draftComments, draftGroups, groupSigners, statementDrafts } from '#db/schema/unity';
import type { Actor } from '~/auth/actor';
import { DEFAULT_TEXT } from '~/features/unity/default-text.server';
import { publishStatement } from '~/features/unity/publish.server';
import { writeSignature } from '~/features/unity/signature-rows.server';
import type { Unit } from '~/sharing/command.server';
import type { DemoPlan } from './plan';
import { together } from './together';

const DEMO: Actor = { kind: 'system', reason: 'demo' };

/** Roles whose people have not signed: they can be seen signing. */
const UNSIGNED = ['newcomer', 'lead'];
/** Its lead has confirmed this member of it, and it has not signed. */
const SIGNER = { group: 'Bungawalbin Catchment Watch', name: 'Jonathan Trevelyan-Marsh' };

/** The statement in force, with signatures of two groups in three and of every other member. */
export async function writeUnity(
  unit: Unit,
  plan: DemoPlan,
  { groupIds, personIds }: { groupIds: string[]; personIds: string[] },
): Promise<void> {
  const version = await publishStatement(DEMO, unit, DEFAULT_TEXT);
  const leadOf = (group: number) =>
    personIds[plan.people.findIndex((person) => person.positions.some((each) => each.leads && each.group === group))];
  const signing = plan.groups
    .map((group, number) => ({ number, group }))
    .filter(
      ({ number, group }) => group.origin.standing === 'member' && group.input.name !== SIGNER.group && number % 3 < 2,
    );
  await together(signing, ({ number }, at) =>
    writeSignature(
      unit,
      { groupId: groupIds[number] as string },
      { version, named: at % 8 !== 7, logo: at % 4 === 0, signedBy: leadOf(number) },
    ),
  );
  const people = plan.people
    .map((person, number) => ({ number, person }))
    .filter(({ number, person }) => person.standing === 'member' && number % 2 === 0);
  await together(
    people.filter(({ person }) => !UNSIGNED.includes(person.account ?? '')),
    ({ number, person }) =>
      writeSignature(
        unit,
        { personId: personIds[number] as string },
        { version, named: person.grants !== null && number % 3 !== 0 },
      ),
  );
  await confirmSigner(unit, plan, { groupIds, personIds });
  await writeDraft(unit, plan, { groupIds, personIds });
}

async function confirmSigner(unit: Unit, plan: DemoPlan, ids: { groupIds: string[]; personIds: string[] }) {
  const number = plan.groups.findIndex(({ input }) => input.name === SIGNER.group);
  const person = plan.people.findIndex(({ profile }) => profile.name === SIGNER.name);
  const [groupId, personId] = [ids.groupIds[number], ids.personIds[person]];
  if (!groupId || !personId) throw new Error(`The demo network has no ${SIGNER.group} or no ${SIGNER.name}.`);
  const lead = plan.people.findIndex(({ account }) => account === 'lead');
  await unit.db.insert(groupSigners).values({ groupId, personId, confirmedBy: ids.personIds[lead] ?? null });
}

const ASK = {
  en: '\n### Ask before you record\nWe take pictures and make recordings of each other only after a yes, and we delete them when somebody asks.\n',
  es: '\n### Preguntar antes de grabar\nNos hacemos fotos y grabaciones solo después de un sí, y las borramos cuando alguien lo pide.\n',
};
const CHANGES = {
  en: 'One principle more: ask before you record.',
  es: 'Un principio más: preguntar antes de grabar.',
};
const COMMENTS = {
  member: 'We agreed with this at our last meeting. Could it say what happens to pictures that were taken before?',
  outside: 'Good. In our choir we also ask parents when children are in the picture.',
  answer: 'Thank you, we will take that up.',
};

/** A draft of the next version, sent to the group whose lead can be signed in as, with two comments. */
async function writeDraft(unit: Unit, plan: DemoPlan, ids: { groupIds: string[]; personIds: string[] }) {
  const { title, body } = DEFAULT_TEXT;
  const longer = { en: `${body.en}${ASK.en}`, es: `${body.es}${ASK.es}` };
  const [draft] = await unit.db
    .insert(statementDrafts)
    .values({ title, body: longer, changes: CHANGES, demo: true })
    .returning({ id: statementDrafts.id });
  const groupId = ids.groupIds[plan.groups.findIndex(({ input }) => input.name === SIGNER.group)];
  const personId = ids.personIds[plan.people.findIndex(({ account }) => account === 'lead')];
  if (!draft || !groupId || !personId)
    throw new Error(`The demo network has no ${SIGNER.group} or nobody who leads it.`);
  const draftId = draft.id;
  await unit.db.insert(draftGroups).values({ draftId, groupId });
  await unit.db.insert(draftComments).values([
    { draftId, personId, words: COMMENTS.member, place: 1 },
    { draftId, name: 'Downstream Choir', words: COMMENTS.outside, answer: COMMENTS.answer, place: 2 },
  ]);
}
