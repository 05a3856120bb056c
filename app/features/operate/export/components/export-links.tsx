import { m } from '~/lib/paraglide/messages.js';
import { Section } from '~/ui/section';

type Format = 'csv' | 'json' | 'geojson';

const NAMES: Record<Format, () => string> = {
  csv: m.export_csv,
  json: m.export_json,
  geojson: m.export_geojson,
};

/** Files to take away. Plain links: the browser saves what is a file, and follows to the page that asks for a proof first. */
export function ExportLinks({ path, formats }: { path: string; formats: readonly Format[] }) {
  return (
    <ul className="plain-list">
      {formats.map((format) => (
        <li key={format}>
          <a href={path + format}>{NAMES[format]()}</a>
        </li>
      ))}
    </ul>
  );
}

/** For those who lead a group: what everyone sees of it, to take away. */
export function ExportMyGroup({ slug }: { slug: string }) {
  return (
    <Section title={m.export_mine()}>
      <div className="stack">
        <p>{m.export_mine_text()}</p>
        <ExportLinks path={`/groups/${encodeURIComponent(slug)}/export/`} formats={['csv', 'json', 'geojson']} />
      </div>
    </Section>
  );
}
