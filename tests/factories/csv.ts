/** The columns in which a coalition's volunteers keep organisations. */
export const VOLUNTEER_COLUMNS = [
  'ID',
  'Name',
  'Abbreviation',
  'Operational Domain',
  'Scope',
  'Website',
  'City',
  'State/Province',
  'Postal Code',
  'Country',
  'Address Line 1',
  'Address Line 2',
  'Latitude',
  'Longitude',
  'Focus',
  'Overview',
  'Key Activities',
  'Region',
  'Locations/Countries',
  'Flagged for Review',
  'Flag Reason',
  'Email',
  'Social Media',
  'Notes',
  'Empty Org?',
] as const;

export type VolunteerRow = Partial<Record<(typeof VOLUNTEER_COLUMNS)[number], string>>;

/** A table as CSV; cells are quoted where they must be. */
export function csv(rows: readonly (readonly string[])[], { delimiter = ',', eol = '\n' } = {}): string {
  const cell = (text: string) =>
    /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  return `${rows.map((row) => row.map(cell).join(delimiter)).join(eol)}${eol}`;
}

export const volunteerCsv = (rows: readonly VolunteerRow[]): string =>
  csv([VOLUNTEER_COLUMNS, ...rows.map((row) => VOLUNTEER_COLUMNS.map((column) => row[column] ?? ''))]);

/** A made-up directory with the faults that such a file has. The first row is row 2 of a spreadsheet. */
export const FAULTY_ROWS: VolunteerRow[] = [
  {
    ID: 'org_01',
    Name: 'Sample Creek Alliance',
    Abbreviation: 'SCA',
    'Operational Domain': 'Youth',
    Website: 'https://samplecreek.example.org/',
    City: 'Pittsburgh',
    'State/Province': 'Pennsylvania',
    Country: 'United States',
    Focus: 'Water; Food sovereignty; Creek Care (urban, rural)',
    Overview: 'Keeps creeks, rivers and wetlands alive – with “neighbours”.',
    'Key Activities': 'Sampling: monthly.\nTeaching: in schools.',
    Region: 'North America',
    'Flagged for Review': 'False',
    Email: 'hello@samplecreek.example.org; press@samplecreek.example.org',
    'Social Media': 'https://www.facebook.com/samplecreek, https://www.instagram.com/samplecreek',
  },
  {
    ID: 'org_02',
    Name: 'Bosque Imaginario',
    Country: 'Colombia',
    Region: 'Latin America',
    'Flagged for Review': 'True',
    'Flag Reason': 'Stub entry',
    'Empty Org?': 'Yes',
  },
  { ID: 'org_03', Name: 'Nowhere Stub', 'Empty Org?': 'Yes' },
  {
    ID: 'org_04',
    Name: 'Marea Ficticia',
    Website: 'www.facebook.com/mareaficticia.',
    'Locations/Countries': 'Kenya, with influence across Africa',
    Overview: 'Organización de mujeres pescadoras.',
  },
  {
    ID: 'org_05',
    Name: 'Otra Marea',
    Website: 'https://www.facebook.com/otramarea/',
    'Locations/Countries': 'Kenya and Uganda',
    Overview: 'Fisher folk.',
  },
  { ID: 'org_06', Name: 'The Sample Creek Alliance', Region: 'Global', Overview: 'The same name in other words.' },
  {
    ID: 'org_07',
    Name: 'Creek Friends',
    Website: 'http://www.samplecreek.example.org/about',
    'Locations/Countries': 'MENA region',
    Overview: 'Shares a website.',
  },
  { ID: 'org_08', Name: 'Asociación Invantada del Río', Country: 'Panama', Overview: 'Near to the next name.' },
  {
    ID: 'org_09',
    Name: 'Asociación Inventada del Río',
    Country: 'Panama',
    Overview: '=HYPERLINK("https://bad.example","x") <b>bold</b>',
    Notes: 'Called them twice, no answer',
  },
  {
    ID: 'org_10',
    Name: 'Unknown Town Group',
    City: 'Nosuchtownatall',
    Country: 'Canada',
    Focus: 'n/a',
    Overview: 'x'.repeat(6_000),
    Website: 'ask Maria',
  },
  { ID: 'org_01', Name: 'Sample Creek Alliance again', Overview: 'An ID a second time.' },
  { ID: 'org_11', Name: '', Overview: 'A row without a name.' },
];
