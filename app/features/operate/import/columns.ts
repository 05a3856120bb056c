import { m } from '~/lib/paraglide/messages.js';
import { fold } from '~/lib/text';
import { bySynonyms, type FieldList, firstOfSingle } from './field-list';

/** What a column of groups may hold, in the order they are listed to people. */
const FIELDS = [
  'id',
  'name',
  'abbreviation',
  'purpose',
  'activities',
  'website',
  'links',
  'city',
  'region',
  'postal_code',
  'country',
  'place',
  'street_address',
  'email',
  'topics',
  'scope',
  'notes',
  'ignore',
] as const;
export type Field = (typeof FIELDS)[number];

/** Fields that only one column can fill. */
const SINGLE: ReadonlySet<Field> = new Set(['id', 'name', 'abbreviation', 'city', 'region', 'postal_code', 'country']);

const SYNONYMS: Record<Exclude<Field, 'ignore'>, string> = {
  id: 'id;record id;external id;organization id;organisation id;org id;group id;identifier;uid;uuid;identificador;codigo;clave;kennung;identifiant;identificacao',
  name: 'name;organization;organisation;org;group;group name;organization name;organisation name;org name;name of organization;name of organisation;name of group;name of the organization;name of the organisation;chapter;chapter name;nombre;organizacion;nombre de la organizacion;nombre organizacion;grupo;nombre del grupo;colectivo;entidad;vereinsname;verein;gruppe;gruppenname;name der gruppe;name der organisation;nom;nom du groupe;groupe;association;nom de l association;nom de l organisation;collectif;nome;organizacao;nome da organizacao;nome do grupo;coletivo;associacao',
  abbreviation:
    'abbreviation;abbrev;abbr;acronym;short name;initials;sigla;siglas;acronimo;abreviatura;nombre corto;abkurzung;kurzel;kurzname;sigle;acronyme;abreviation;nom court;abreviacao;nome curto',
  purpose:
    'overview;description;about;about us;mission;mission statement;purpose;summary;who we are;profile;descripcion;mision;proposito;resumen;sobre;acerca de;quienes somos;objetivo;objetivos;beschreibung;kurzbeschreibung;uber uns;zweck;ziel;ziele;wer wir sind;presentation;a propos;objet;qui sommes nous;objectif;objectifs;descricao;missao;quem somos;resumo',
  activities:
    'key activities;main activities;activities;what we do;what they do;work;programs;programmes;projects;campaigns;actividades;actividades principales;actividades clave;que hacemos;programas;proyectos;campanas;aktivitaten;tatigkeiten;angebote;was wir tun;projekte;activites;ce que nous faisons;projets;atividades;o que fazemos;projetos;campanhas',
  website:
    'website;web site;web;url;website url;homepage;home page;site;web page;webpage;web address;sitio web;pagina web;pagina;sitio;direccion web;webseite;internetseite;internetadresse;internet;site internet;page web;adresse web;pagina na internet;endereco web',
  links:
    'social media;social;socials;links;link;social links;social media links;facebook;twitter;x;instagram;linkedin;youtube;tiktok;telegram;threads;bluesky;mastodon;redes sociales;redes;enlaces;soziale medien;soziale netzwerke;reseaux sociaux;liens;redes sociais;ligacoes',
  city: 'city;town;city town;town city;municipality;suburb;locality;ciudad;municipio;localidad;pueblo;ort;stadt;gemeinde;ville;commune;cidade;concelho',
  region:
    'state;province;state province;province state;state or province;state territory;state region;region state;estado;provincia;departamento;estado provincia;provincia estado;comunidad autonoma;bundesland;kanton;departement;provinz;distrito;canton',
  postal_code:
    'postal code;zip;zip code;zipcode;postcode;post code;zip postal code;postal;codigo postal;cp;plz;postleitzahl;code postal;cep',
  country: 'country;nation;country name;pais;land;staat;pays',
  place:
    'location;locations;place;places;where;based in;headquarters;hq;locations countries;location country;countries;city state;city country;lugar;ubicacion;ubicaciones;donde;paises;sede;standort;sitz;lieu;lieux;siege;local;localizacao',
  street_address:
    'address;address 1;address 2;address line 1;address line 2;address1;address2;street;street address;mailing address;direccion;direccion 1;direccion 2;calle;domicilio;adresse;anschrift;strasse;strasse und hausnummer;postanschrift;rue;adresse postale;endereco;morada;rua',
  email:
    'email;e mail;email address;e mail address;contact email;general email;mail;correo;correo electronico;email de contacto;e mail adresse;emailadresse;mailadresse;courriel;adresse e mail;adresse email;adresse mail;adresse electronique;correio eletronico;endereco de email;endereco de e mail',
  topics:
    'focus;focus area;focus areas;topic;topics;theme;themes;issue;issues;issue area;issue areas;interests;keywords;tags;category;categories;cause;causes;sector;sectors;domain;operational domain;tema;temas;enfoque;areas de enfoque;areas de trabajo;causas;categoria;categorias;palabras clave;etiquetas;intereses;thema;themen;schwerpunkt;schwerpunkte;themenfelder;schlagworte;thematique;thematiques;domaines;mots cles;categorie;area de atuacao;areas de atuacao;palavras chave;interesses',
  scope:
    'scope;geographic scope;geographic focus;coverage;reach;area served;areas served;service area;regions;region served;alcance;ambito;cobertura;regiones;reichweite;wirkungsbereich;einzugsgebiet;portee;zone d action;perimetre;abrangencia',
  notes:
    'notes;note;comment;comments;internal notes;flag;flagged;flagged for review;flag reason;needs review;review;review notes;status;empty;empty org;empty organization;empty organisation;reviewed;notas;nota;comentario;comentarios;observaciones;marcado;para revisar;motivo;revisado;notizen;anmerkung;anmerkungen;bemerkung;bemerkungen;kommentar;remarque;remarques;commentaire;commentaires;observations;observacoes',
};

const bySynonym = bySynonyms(SYNONYMS);

/** By name only, in English, Spanish, German, French and Portuguese. "Region" is the state unless another column is, and then the part of the world. */
function guess(columns: readonly string[]): (Field | null)[] {
  const guessed: (Field | null)[] = bySynonym(columns);
  const state = guessed.includes('region');
  const fields = guessed.map((field, at) =>
    fold(columns[at] ?? '') === 'region' ? (state ? 'scope' : 'region') : field,
  );
  return firstOfSingle(fields, SINGLE);
}

/** The columns of a table of groups. */
export const GROUP_FIELDS: FieldList<Field> = {
  fields: FIELDS,
  single: SINGLE,
  guess,
  required: { field: 'name', lack: m.file_fault_lack_name },
};
