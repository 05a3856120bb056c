import { asSelf } from '#db/self.server';
import { writeDown } from '~/auth/audit/append.server';
import { type SignedIn, VISITOR } from '~/auth/viewer';
import { notFound } from '~/lib/errors';
import { encoded, streamOf } from '~/lib/stream.server';
import { command } from '~/sharing/command.server';
import { groupsAsCsv, groupsAsGeoJson, groupsAsJson, termsAsCsv, termsAsJson } from './export-formats';
import { type ExportedGroup, exportedGroups, exportedTerms } from './export-rows.server';

const TYPES = { csv: 'text/csv; charset=utf-8', json: 'application/json', geojson: 'application/geo+json' };
type Format = keyof typeof TYPES;

const FORMATS: Record<Format, (groups: AsyncIterable<ExportedGroup>) => AsyncIterable<string>> = {
  csv: groupsAsCsv,
  json: groupsAsJson,
  geojson: groupsAsGeoJson,
};

const isFormat = (text: string): text is Format => Object.hasOwn(TYPES, text);

const download = (name: string, format: Format, parts: AsyncIterable<string> | Iterable<string>): Response =>
  new Response(streamOf(encoded(parts)), {
    headers: {
      'Content-Type': TYPES[format],
      'Content-Disposition': `attachment; filename="${name}.${format}"`,
      'Cache-Control': 'private, no-store',
    },
  });

/**
 * A file for operators, such as `groups.csv` or `topics.json`: groups as this viewer may see them.
 * @throws DomainError `not_found` for any other name
 */
export async function exportFile(viewer: SignedIn, file: string): Promise<Response> {
  const [what = '', format = '', ...more] = file.split('.');
  if (more.length > 0 || !isFormat(format)) throw notFound();
  const isKnown = what === 'groups' || (what === 'topics' && format !== 'geojson');
  if (!isKnown) throw notFound();
  await command(({ db }) => writeDown(db, viewer, { action: 'data_exported', detail: { what, format } }));
  if (what === 'groups') return download('groups', format, FORMATS[format](exportedGroups(viewer)));
  const terms = await exportedTerms(viewer);
  return download('topics', format, format === 'csv' ? termsAsCsv(terms) : termsAsJson(terms));
}

/**
 * What everyone may see of a group, for those who lead it; nothing where nothing of it is shown to everyone.
 * @throws DomainError `not_found` for whoever does not lead it
 */
export async function exportMyGroup(viewer: SignedIn, slug: string, format: string): Promise<Response> {
  if (!isFormat(format) || viewer.standing !== 'member') throw notFound();
  const [led] = await asSelf(
    viewer.personId,
    (sql) => sql`
      select from core.groups g join core.positions p on p.group_id = g.id where g.slug = ${slug} and p.leads`,
  );
  if (!led) throw notFound();
  return download('group', format, FORMATS[format](exportedGroups(VISITOR, slug)));
}
