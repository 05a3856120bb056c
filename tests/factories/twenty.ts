import { csv } from './csv';

/** The groups of a made-up network of twenty people, as its volunteers keep them. */
export const GROUPS = [
  ['Kettle Creek Table', 'Rivers and wetlands', 'Madison', 'Wisconsin', 'United States'],
  ['Marsh Road Neighbours', 'Clean water', 'Green Bay', 'Wisconsin', 'United States'],
  ['Vecinas del Estero', 'Food sovereignty', 'Bogotá', '', 'Colombia'],
  ['Lantern Hill Growers', 'Food sovereignty', 'Lismore', 'New South Wales', 'Australia'],
] as const;

const GIVEN =
  'Abena Bruno Chidi Dolores Einar Farida Gwen Hana Ioan Jun Kaya Lior Maren Nuno Oyin Petra Quilla Ravi Selin';

/** Nineteen people besides the one who sets the network up. */
export const PEOPLE = GIVEN.split(' ').map((given, at) => ({
  name: `${given} Madeup`,
  email: `${given.toLowerCase()}@example.org`,
  group: GROUPS[at % GROUPS.length]?.[0] ?? '',
}));

export const groupsCsv = (): string => csv([['Name', 'Focus', 'City', 'State/Province', 'Country'], ...GROUPS]);

export const peopleCsv = (): string =>
  csv([['Name', 'E-mail', 'Group'], ...PEOPLE.map(({ name, email, group }) => [name, email, group])]);
