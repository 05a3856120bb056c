import { m } from '~/lib/paraglide/messages.js';
import { bySynonyms, type FieldList, firstOfSingle } from '../import/field-list';

/** What a column of people may hold, in the order they are listed to stewards. */
const FIELDS = [
  'id',
  'name',
  'given_name',
  'family_name',
  'pronouns',
  'email',
  'phone',
  'group',
  'position',
  'headline',
  'topics',
  'languages',
  'place',
  'city',
  'region',
  'postal_code',
  'country',
  'ignore',
] as const;
export type PersonField = (typeof FIELDS)[number];

const SINGLE: ReadonlySet<PersonField> = new Set([
  'id',
  'name',
  'given_name',
  'family_name',
  'pronouns',
  'headline',
  'city',
  'region',
  'postal_code',
  'country',
]);

const SYNONYMS: Record<Exclude<PersonField, 'ignore'>, string> = {
  id: 'id;record id;external id;member id;person id;contact id;identifier;uid;uuid;identificador;codigo;clave',
  name: 'name;full name;person;member;member name;contact;contact name;leader;leader name;nombre completo;nombre y apellido;nombre y apellidos;persona;contacto',
  given_name: 'first name;given name;forename;firstname;nombre;nombres;nombre de pila',
  family_name: 'last name;family name;surname;lastname;apellido;apellidos',
  pronouns: 'pronouns;pronoun;pronombres;pronombre',
  email: 'email;e mail;email address;e mail address;mail;correo;correo electronico;email 1;primary email',
  phone: 'phone;phone number;telephone;mobile;cell;cell phone;mobile phone;tel;telefono;movil;celular;whatsapp',
  group:
    'group;groups;group name;organization;organisation;organizations;organisations;org;organization name;organisation name;chapter;affiliation;grupo;grupos;organizacion;organizaciones;colectivo;entidad;afiliacion',
  position: 'position;positions;job title;role in group;role;title;cargo;puesto;funcion;rol',
  headline: 'headline;tagline;introduction;intro;about;in one line;presentacion;en una linea',
  topics:
    'topics;topic;interests;interest;skills;skill;issues;focus;focus areas;expertise;cares about;tags;temas;tema;intereses;interes;habilidades;areas',
  languages: 'languages;language;languages spoken;speaks;idiomas;idioma;lenguas',
  place: 'place;location;where;based in;lugar;ubicacion;donde',
  city: 'city;town;city town;municipality;suburb;locality;ciudad;municipio;localidad;pueblo',
  region: 'state;province;region;state province;state or province;estado;provincia;departamento;comunidad autonoma',
  postal_code: 'postal code;zip;zip code;zipcode;postcode;codigo postal;cp',
  country: 'country;nation;country name;pais',
};

const bySynonym = bySynonyms(SYNONYMS);

/** By name only, in English and Spanish. "Nombre" alone is the whole name, beside a family name the given one. */
function guess(columns: readonly string[]): (PersonField | null)[] {
  const fields: (PersonField | null)[] = bySynonym(columns);
  const parted = fields.includes('family_name');
  const whole = fields.map((field) => (field === 'given_name' && !parted && !fields.includes('name') ? 'name' : field));
  return firstOfSingle(whole, SINGLE);
}

/** The columns of a table of people. */
export const PERSON_FIELDS: FieldList<PersonField> = {
  fields: FIELDS,
  single: SINGLE,
  guess,
  required: { field: 'email', lack: m.file_fault_lack_email },
};
