import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { requireRole } from '~/auth/require-viewer.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';
import { Card } from '~/ui/card';
import { PageHeading } from '~/ui/page-heading';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.operate_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    await requireRole(request, 'operator');
    return json(null);
  });

const PAGES = [
  { to: '/operate/network', title: m.network_title, text: m.operate_network_text },
  { to: '/operate/vocabularies', title: m.vocab_title, text: m.operate_vocab_text },
  { to: '/operate/export', title: m.export_title, text: m.operate_export_text },
  { to: '/operate/mail', title: m.mail_operate_title, text: m.operate_mail_text },
];

/** Everything an operator looks after. */
export default function Operate() {
  return (
    <>
      <PageHeading title={m.operate_title()} lede={m.operate_lede()} />
      <h2 className="sr-only">{m.operate_pages()}</h2>
      <div className="grid">
        {PAGES.map(({ to, title, text }) => (
          <Card key={to} title={<Link to={to}>{title()}</Link>}>
            <p>{text()}</p>
          </Card>
        ))}
      </div>
    </>
  );
}
