import type { StepKind, StoredStep } from '#db/schema/welcoming';

/** Steps of the welcome path until operators write their own. */
export const STARTER_STEPS: StoredStep[] = [
  {
    id: 'principles',
    kind: 'principles',
    on: true,
    label: { en: 'Read the principles and sign them', es: 'Lee los principios y fírmalos' },
    text: {
      en: 'What holds us together. You sign for yourself, and you choose whether you are named.',
      es: 'Lo que nos une. Firmas por ti, y eliges si apareces con tu nombre.',
    },
    link: '/unity?to=/welcome',
  },
  {
    id: 'sharing',
    kind: 'sharing',
    on: true,
    label: { en: 'Choose what you share', es: 'Elige qué compartes' },
    text: {
      en: 'One sentence for each thing, with a proposal. Until you save, everything is for you alone.',
      es: 'Una frase por cada cosa, con una propuesta. Hasta que guardes, todo es solo para ti.',
    },
    link: '/settings/sharing?to=/welcome',
  },
  {
    id: 'weaver',
    kind: 'weaver',
    on: true,
    label: { en: 'Meet your weaver', es: 'Conoce a quien te da la bienvenida' },
    text: {
      en: 'Somebody who welcomes people here gets in touch. You get to know each other, and then you are a member.',
      es: 'Alguien que da la bienvenida se pone en contacto contigo. Os conocéis, y con eso ya eres miembro.',
    },
    link: null,
  },
  {
    id: 'first',
    kind: 'own',
    on: true,
    label: { en: 'Look around', es: 'Echa un vistazo' },
    text: {
      en: 'Find a group near you, or people who care about the same things.',
      es: 'Encuentra un grupo cerca de ti, o gente a la que le importa lo mismo.',
    },
    link: '/groups',
  },
];

/** Where the steps lead that the hub itself knows of; others go where their operators said. */
export const STEP_LINKS: Record<Exclude<StepKind, 'own'>, string | null> = {
  principles: '/unity?to=/welcome',
  sharing: '/settings/sharing?to=/welcome',
  weaver: null,
};

export interface PathFacts {
  signed: boolean | null;
  sharing: boolean;
  member: boolean;
  ticked: ReadonlySet<string>;
}

/** Whether a step is done, and whether that is known from facts or marked by hand; null facts are marked by hand. */
export function doneOf(
  { id, kind }: Pick<StoredStep, 'id' | 'kind'>,
  facts: PathFacts,
): { done: boolean; byHand: boolean } {
  const known = { principles: facts.signed, sharing: facts.sharing, weaver: facts.member, own: null }[kind];
  return known === null ? { done: facts.ticked.has(id), byHand: true } : { done: known, byHand: false };
}
