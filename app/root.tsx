import { Links, Meta, Outlet, Scripts } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
export default function App() {
  return (<html lang="en"><head><Meta /><Links /></head><body>{m.shell_sign_in()}<Outlet /><Scripts /></body></html>);
}
