import { patternOf, routeFiles } from '../setup/route-patterns';

/** Every route that reads personal data, as the `?_data=` form of it is asked for. */
const ROUTE_IDS: [RegExp, string][] = [
  [/^\/$/, 'routes/_index'],
  [/^\/home$/, 'routes/home'],
  [/^\/people$/, 'routes/people._index'],
  [/^\/people\/[^/]+$/, 'routes/people.$handle'],
  [/^\/people\/[^/]+\/contact$/, 'routes/people.$handle_.contact'],
  [/^\/groups\/[^/]+\/contact$/, 'routes/groups_.$slug.contact'],
  [/^\/settings\/sharing\/log$/, 'routes/settings.sharing_.log'],
  [/^\/settings\/sharing\/seen$/, 'routes/settings.sharing_.seen'],
  [/^\/settings\/security\/hiding$/, 'routes/settings.security_.hiding'],
  [/^\/settings\/sharing\/blocks$/, 'routes/settings.sharing_.blocks'],
  [/^\/steward\/contact$/, 'routes/steward.contact'],
  [/^\/groups$/, 'routes/groups._index'],
  [/^\/groups\/[^/]+$/, 'routes/groups.$slug'],
  [/^\/groups\/[^/]+\/edit$/, 'routes/groups_.$slug.edit'],
  [/^\/groups\/[^/]+\/claim$/, 'routes/groups_.$slug.claim'],
  [/^\/groups\/[^/]+\/removal$/, 'routes/groups_.$slug.removal'],
  [/^\/groups\/[^/]+\/leads$/, 'routes/groups_.$slug.leads'],
  [/^\/claims\/[^/]+$/, 'routes/claims.$id'],
  [/^\/weaving\/claims$/, 'routes/weaving.claims._index'],
  [/^\/weaving\/claims\/[^/]+$/, 'routes/weaving.claims.$id'],
  [/^\/weaving\/removals\/[^/]+$/, 'routes/weaving.removals.$id'],
  [/^\/reminders\/[^/]+$/, 'routes/reminders.$token'],
  [/^\/unsubscribe\/[^/]+$/, 'routes/unsubscribe.$token'],
  [/^\/settings\/notices$/, 'routes/settings.notices'],
  [/^\/removals\/[^/]+$/, 'routes/removals.$token'],
  [/^\/objections\/[^/]+$/, 'routes/objections.$token'],
  [/^\/suggest\/[^/]+$/, 'routes/suggest.$subject'],
  [/^\/unity$/, 'routes/unity._index'],
  [/^\/unity\/drafts\/[^/]+$/, 'routes/unity.drafts.$token'],
  [/^\/unity\/circulated\/[^/]+$/, 'routes/unity.circulated.$draft'],
  [/^\/operate\/unity$/, 'routes/operate.unity._index'],
  [/^\/operate\/unity\/[^/]+$/, 'routes/operate.unity.$draft'],
  [/^\/operate\/unity\/[^/]+\/circulation$/, 'routes/operate.unity.$draft_.circulation'],
  [/^\/operate\/unity\/[^/]+\/publication$/, 'routes/operate.unity.$draft_.publication'],
  [/^\/unity\/[^/]+$/, 'routes/unity.$version'],
  [/^\/groups\/[^/]+\/signature$/, 'routes/groups_.$slug.signature'],
  [/^\/groups\/[^/]+\/signers$/, 'routes/groups_.$slug.signers'],
  [/^\/privacy$/, 'routes/privacy._index'],
  [/^\/privacy\/[^/]+$/, 'routes/privacy.$version'],
  [/^\/settings\/profile$/, 'routes/settings.profile'],
  [/^\/settings\/sharing$/, 'routes/settings.sharing'],
  [/^\/settings\/sharing\/receipts$/, 'routes/settings.sharing_.receipts._index'],
  [/^\/settings\/sharing\/receipts\/[^/]+\.json$/, 'routes/settings.sharing_.receipts.$id[.]json'],
  [/^\/settings\/sharing\/receipts\/[^/]+$/, 'routes/settings.sharing_.receipts.$id'],
  [/^\/settings\/sharing\/changes$/, 'routes/settings.sharing_.changes'],
  [/^\/settings\/security$/, 'routes/settings.security'],
  [/^\/settings\/security\/address$/, 'routes/settings.security_.address'],
  [/^\/address\/[^/]+$/, 'routes/address.$token'],
  [/^\/settings\/security\/app$/, 'routes/settings.security_.app'],
  [/^\/settings\/security\/hold$/, 'routes/settings.security_.hold'],
  [/^\/settings\/security\/codes$/, 'routes/settings.security_.codes'],
  [/^\/sign-in\/again$/, 'routes/sign-in_.again'],
  [/^\/settings\/leaving$/, 'routes/settings.leaving'],
  [/^\/numbers$/, 'routes/numbers'],
  [/^\/settings\/data$/, 'routes/settings.data'],
  [/^\/settings\/data\.json$/, 'routes/settings.data[.]json'],
  [/^\/settings\/data\.zip$/, 'routes/settings.data[.]zip'],
  [/^\/steward\/roles$/, 'routes/steward.roles'],
  [/^\/steward\/pauses$/, 'routes/steward.pauses'],
  [/^\/paused$/, 'routes/paused'],
  [/^\/concern$/, 'routes/concern'],
  [/^\/concern\/follow\/[^/]+$/, 'routes/concern_.follow.$token'],
  [/^\/concern\/outside\/[^/]+$/, 'routes/concern_.outside.$token'],
  [/^\/concerns$/, 'routes/concerns._index'],
  [/^\/concerns\/about-me\/[^/]+$/, 'routes/concerns.about-me.$id'],
  [/^\/concerns\/[^/]+$/, 'routes/concerns.$id'],
  [/^\/steward\/concerns$/, 'routes/steward.concerns._index'],
  [/^\/steward\/concerns\/people$/, 'routes/steward.concerns.people'],
  [/^\/steward\/concerns\/[^/]+$/, 'routes/steward.concerns.$id'],
  [/^\/steward\/audit$/, 'routes/steward.audit'],
  [/^\/steward\/policy$/, 'routes/steward.policy._index'],
  [/^\/steward\/policy\/text$/, 'routes/steward.policy.text'],
  [/^\/steward\/policy\/publication$/, 'routes/steward.policy.publication'],
  [/^\/steward\/policy\/publishing$/, 'routes/steward.policy.publishing'],
  [/^\/steward\/imported$/, 'routes/steward.imported'],
  [/^\/steward\/import$/, 'routes/steward.import'],
  [/^\/steward\/batches$/, 'routes/steward.batches._index'],
  [/^\/steward\/batches\/new$/, 'routes/steward.batches.new'],
  [/^\/steward\/batches\/[^/]+$/, 'routes/steward.batches.$id'],
  [/^\/invitations$/, 'routes/invitations'],
  [/^\/invited\/[^/]+$/, 'routes/invited.$token'],
  [/^\/steward\/invitations$/, 'routes/steward.invitations'],
  [/^\/invitation\/[^/]+$/, 'routes/invitation.$token'],
  [/^\/goodbye$/, 'routes/goodbye'],
  [/^\/join$/, 'routes/join'],
  [/^\/welcome$/, 'routes/welcome'],
  [/^\/welcome\/vouches$/, 'routes/welcome_.vouches'],
  [/^\/vouches\/[^/]+$/, 'routes/vouches.$id'],
  [/^\/weaving\/newcomers$/, 'routes/weaving.newcomers._index'],
  [/^\/weaving\/newcomers\/[^/]+$/, 'routes/weaving.newcomers.$id'],
  [/^\/operate\/join$/, 'routes/operate.join'],
  [/^\/operate\/welcome$/, 'routes/operate.welcome'],
  [/^\/join\/[^/]+$/, 'routes/join_.$token'],
  [/^\/settings$/, 'routes/settings._index'],
  [/^\/sign-in$/, 'routes/sign-in'],
  [/^\/sign-in\/[^/]+$/, 'routes/sign-in_.$token'],
  [/^\/set-up\/[^/]+$/, 'routes/set-up_.$token'],
  [/^\/operate\/network$/, 'routes/operate.network'],
  [/^\/operate\/vocabularies$/, 'routes/operate.vocabularies'],
  [/^\/operate\/vocabularies\/[^/]+\/[^/]+$/, 'routes/operate.vocabularies_.$kind.$id'],
  [/^\/operate\/export$/, 'routes/operate.export'],
  [/^\/operate\/export\/[^/]+$/, 'routes/operate.export_.$file'],
  [/^\/groups\/[^/]+\/export\/[^/]+$/, 'routes/groups_.$slug.export.$format'],
  [/^\/operate\/alerts$/, 'routes/operate.alerts'],
  [/^\/operate\/mail$/, 'routes/operate.mail'],
  [/^\/operate\/import$/, 'routes/operate.import._index'],
  [/^\/operate\/import\/check\/[^/]+$/, 'routes/operate.import.check.$file'],
  [/^\/operate\/import\/[^/]+$/, 'routes/operate.import.$run'],
  [/^\/operate\/import\/[^/]+\/report\.csv$/, 'routes/operate.import.$run_.report[.]csv'],
  [/^\/operate\/import\/[^/]+\/duplicates$/, 'routes/operate.import.$run_.duplicates._index'],
  [/^\/operate\/import\/[^/]+\/duplicates\/[^/]+$/, 'routes/operate.import.$run_.duplicates.$line'],
  [/^\/operate\/backups$/, 'routes/operate.backups'],
  [/^\/theme\.css$/, 'routes/theme[.]css'],
  [/^\/no-such-page$/, 'routes/$'],
];

/** Routes that answer to POST only. */
export const ACTIONS_ONLY = [
  'routes/settings.security_.devices',
  'routes/settings.security_.passkeys',
  'routes/settings.security_.passkeys_.removal',
  'routes/settings.security_.app_.removal',
  'routes/settings.sharing_.relations',
  'routes/settings.sharing_.switches',
  'routes/settings.security_.showing',
  'routes/sign-in_.again_.mail',
  'routes/sign-in_.passkey',
  'routes/claims.$id_.acceptance',
  'routes/people.$handle_.block',
  'routes/confirmation',
  'routes/claims.$id_.objection',
  'routes/claims.$id_.withdrawal',
  'routes/groups_.$slug.leads_.leaving',
  'routes/groups_.$slug.leads_.removal',
  'routes/unity.withdrawal',
  'routes/operate.unity.$draft_.comments',
  'routes/groups_.$slug.signature_.withdrawal',
  'routes/language',
  'routes/webhooks.resend',
  'routes/operate.mail_.letter',
  'routes/sign-out',
];

/** Routes that hold nothing of anyone, and read nothing. */
export const NOBODY = ['routes/hidden', 'routes/sign-in_.proved'];

const idOf = (file: string): string => `routes/${file.replace(/\.tsx?$/, '')}`;
const registered = new Set(ROUTE_IDS.map(([, id]) => id));

/** Routes that no test of sharing would visit. */
export function unregisteredRoutes(files = routeFiles()): string[] {
  const known = new Set([...registered, ...ACTIONS_ONLY, ...NOBODY]);
  return files.map(idOf).filter((id) => !known.has(id));
}

/** An address of every registered route, with a word that names nothing for each of its parameters. */
export const registeredPaths = (): { id: string; path: string }[] =>
  routeFiles()
    .filter((file) => registered.has(idOf(file)))
    .map((file) => ({
      id: idOf(file),
      path: file.startsWith('$.') ? '/no-such-page' : `/${patternOf(file).replaceAll(/:\w+/g, 'none')}`,
    }));

/** The same address through the loader's own door, or null for what is no route. */
export function asData(path: string): string | null {
  const url = new URL(path, 'http://hub');
  const id = ROUTE_IDS.find(([pattern]) => pattern.test(decodeURI(url.pathname)))?.[1];
  if (!id) return null;
  url.searchParams.set('_data', id);
  return url.pathname + url.search;
}

/** The root loader's own door, which every page has. */
export const rootData = (path: string): string => {
  const url = new URL(path, 'http://hub');
  url.searchParams.set('_data', 'root');
  return url.pathname + url.search;
};
