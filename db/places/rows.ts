import { fold } from '../../app/lib/text';

export type Row = string[];

interface PlaceFiles {
  countries: Row[];
  regions: Row[];
  places: Row[];
  postalCodes: Row[];
  aliases: Row[];
}

/** The rows of the tables in schema `ref` made from those of the data files, cells in the tables' column order. */
export function placeTables(files: PlaceFiles): PlaceFiles {
  const regionKeys = new Set(files.regions.map(([key]) => key));
  return {
    countries: files.countries.map(([code = '', en = '', es = '', population = '0']) => [
      code,
      en,
      JSON.stringify({ en, es }),
      population,
    ]),
    regions: files.regions.map(([key = '', country = '', code = '', name = '', population = '0']) => [
      key,
      country,
      code,
      name,
      fold(name),
      population,
    ]),
    places: files.places.map(
      ([id = '', name = '', country = '', region = '', population = '0', lat = '', lng = '']) => {
        const key = `${country}-${region}`;
        return [id, name, fold(name), country, regionKeys.has(key) ? key : '', population, lat, lng];
      },
    ),
    postalCodes: files.postalCodes.map(([code = '', placeId = '']) => ['US', code, placeId]),
    aliases: distinct([
      ...files.countries.flatMap(countryNames),
      ...files.regions.flatMap(shortRegionName),
      ...files.aliases.flatMap(writtenAliases),
    ]),
  };
}

function countryNames([code = '', en = '', es = '', , others = '']: Row): Row[] {
  return [code, en, es, ...others.split(';')].map((name) => [fold(name), '', '', code]);
}

/** "Nairobi County" is found by "Nairobi" too. */
function shortRegionName([key = '', , , name = '']: Row): Row[] {
  const folded = fold(name);
  const short = folded
    .replace(/ (?:region|department|county|state|province|district|governorate|oblast|prefecture)$/, '')
    .replace(/^state of /, '');
  return short === folded ? [] : [[short, '', key, '']];
}

/** A line of aliases.tsv: place, region or country; its id, key or code; the names, separated by semicolons. */
function writtenAliases([kind = '', target = '', names = '']: Row): Row[] {
  const cells = ['place', 'region', 'country'].map((each) => (each === kind ? target : ''));
  return names.split(';').map((name) => [fold(name), ...cells]);
}

function distinct(rows: Row[]): Row[] {
  const byText = new Map(rows.map((row) => [row.join('\t'), row]));
  return [...byText.values()].filter(([folded]) => folded);
}
