import { describe, expect, it } from 'vitest';
import { GROUP_FIELDS } from '~/features/operate/import/columns';
import { mapColumns } from '~/features/operate/import/mapping';
import { VOLUNTEER_COLUMNS } from '../../../factories/csv';

describe('the fields of columns', () => {
  it('are guessed for a coalition’s own table', () => {
    expect(mapColumns(VOLUNTEER_COLUMNS, GROUP_FIELDS)).toEqual([
      'id',
      'name',
      'abbreviation',
      'topics',
      'scope',
      'website',
      'city',
      'region',
      'postal_code',
      'country',
      'street_address',
      'street_address',
      null,
      null,
      'topics',
      'purpose',
      'activities',
      'scope',
      'place',
      'notes',
      'notes',
      'email',
      'links',
      'notes',
      'notes',
    ]);
  });

  it('are guessed in Spanish, whatever case and accents', () => {
    const columns = [
      'NOMBRE',
      'Siglas',
      'Página web',
      'Ciudad',
      'Provincia',
      'País',
      'Descripción',
      'Temas',
      'Correo electrónico',
      'Teléfono',
    ];
    expect(mapColumns(columns, GROUP_FIELDS)).toEqual([
      'name',
      'abbreviation',
      'website',
      'city',
      'region',
      'country',
      'purpose',
      'topics',
      'email',
      null,
    ]);
  });

  it.each([
    ['German', 'Verein;Kürzel;Straße;PLZ;Ort;Bundesland;Land;Themen;E-Mail-Adresse'],
    ['French', 'Nom de l’association;Sigle;Adresse;Code postal;Ville;Région;Pays;Thématiques;Courriel'],
    ['Portuguese', 'Nome da organização;Sigla;Endereço;CEP;Cidade;Estado;País;Áreas de atuação;Correio eletrónico'],
  ])('are guessed in %s', (_language, columns) => {
    expect(mapColumns(columns.split(';'), GROUP_FIELDS)).toEqual([
      'name',
      'abbreviation',
      'street_address',
      'postal_code',
      'city',
      'region',
      'country',
      'topics',
      'email',
    ]);
  });

  it.each([
    ['Region is the state where no other column is', ['Name', 'City', 'Region'], [], ['name', 'city', 'region']],
    ['a second column for one field is kept out', ['Name', 'Organization'], [], ['name', null]],
    ['a correction wins over the guess', ['Name', 'Title'], ['Title=name'], [null, 'name']],
    ['a correction may hold equals signs, spaces, other case', ['a=b', 'name'], ['A=B = purpose'], ['purpose', 'name']],
    ['a column can be left out', ['Name', 'Email'], ['Email=ignore'], ['name', 'ignore']],
  ])('%s', (_title, columns, corrections, fields) => {
    expect(mapColumns(columns, GROUP_FIELDS, corrections)).toEqual(fields);
  });

  it.each([
    [['Nmae=name'], 'The file has no column "Nmae". It has: "Name", "City".'],
    [
      ['City=plaice'],
      'There is no field "plaice". Fields: id, name, abbreviation, purpose, activities, website, links, city, region, postal_code, country, place, street_address, email, topics, scope, notes, ignore.',
    ],
    [['City'], '--map needs "Column=field", for example --map "Name=name"; it was given "City".'],
    [['Name=name', 'City=name'], 'Only one column can be name: "Name" and "City" are both mapped to it.'],
    [['Name=ignore'], `No column looks like the group's name. The file has: "Name", "City".`],
  ])('%j is an error in one line', (corrections, message) => {
    expect(() => mapColumns(['Name', 'City'], GROUP_FIELDS, corrections)).toThrow(message);
  });
});
