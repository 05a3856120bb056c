import { m } from '~/lib/paraglide/messages.js';
import { PageHeading } from '~/ui/page-heading';
import { Section } from '~/ui/section';
import { ExportLinks } from './export-links';

/** Files of groups and words, and how the whole network moves, people and all. */
export function ExportPage() {
  return (
    <div className="stack-l stack">
      <PageHeading title={m.export_title()} lede={m.export_lede()} />
      <div className="stack-l stack measure">
        <Section title={m.export_groups()}>
          <div className="stack">
            <p>{m.export_groups_text()}</p>
            <ExportLinks path="/operate/export/groups." formats={['csv', 'json', 'geojson']} />
            <p className="hint">{m.export_csv_hint()}</p>
          </div>
        </Section>
        <Section title={m.export_topics()}>
          <div className="stack">
            <p>{m.export_topics_text()}</p>
            <ExportLinks path="/operate/export/topics." formats={['csv', 'json']} />
          </div>
        </Section>
        <Section title={m.export_not()}>
          <p>{m.export_not_text()}</p>
        </Section>
        <Section title={m.export_whole()}>
          <div className="stack">
            <p>{m.export_whole_text()}</p>
            <pre className="code">
              <code>{'npm run hub -- backup FILE\nnpm run hub -- restore FILE'}</code>
            </pre>
          </div>
        </Section>
      </div>
    </div>
  );
}
