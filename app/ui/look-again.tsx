import { Link, useRevalidator } from '@remix-run/react';
import { type ReactNode, useEffect } from 'react';

const EVERY = 2000;

/** On a page of work under way: it looks again by itself, and without JavaScript by this link to the page. */
export function LookAgain({ to, children }: { to: string; children: ReactNode }) {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const timer = setInterval(revalidate, EVERY);
    return () => clearInterval(timer);
  }, [revalidate]);
  return <Link to={to}>{children}</Link>;
}
