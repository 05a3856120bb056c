import type { Random } from './random';
import type { Region } from './towns';

/** Area codes of the demo's US regions; 555-0100 to 555-0199 behind each is kept free for fiction. */
const AREA_CODES: Partial<Record<Region, number>> = {
  illinois: 309,
  iowa: 563,
  wisconsin: 608,
  ohio: 740,
  minnesota: 218,
  michigan: 231,
  indiana: 219,
};

/** Ends of Australian mobile numbers that are kept free for fiction, behind 0491 570. */
const AUSTRALIAN = ['006', '156', '157', '158', '159', '110', '313', '737'];

const DOORS = [
  'The blue gate past the second cattle grid.',
  'Flat 3, the bell does not work.',
  'Above the bakery.',
  'Last house before the levee.',
];

interface Contacts {
  contactEmail: string | null;
  contactPhone: string | null;
  contactHandle: string | null;
  exactPlace: string | null;
}

/** Makes ways to reach someone that reach no one. */
export const demoContacts =
  (random: Random) =>
  (handle: string, region: Region): Contacts => {
    const areaCode = AREA_CODES[region];
    const american = () => `+1 ${areaCode} 555 01${String(random.below(100)).padStart(2, '0')}`;
    const phone = areaCode
      ? american()
      : region === 'northern-rivers'
        ? `+61 491 570 ${random.pick(AUSTRALIAN)}`
        : null;
    return {
      contactEmail: random.chance(0.7) ? `${handle}@example.org` : null,
      contactPhone: random.chance(0.45) ? phone : null,
      contactHandle: random.chance(0.25) ? `@${handle.replaceAll('-', '.')}` : null,
      exactPlace: random.chance(0.06) ? random.pick(DOORS) : null,
    };
  };
