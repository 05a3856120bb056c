import sans from '@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-400-normal.woff2?url';
import serif from '@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2?url';
import type { LinkDescriptor } from '@remix-run/node';

const font = (href: string): LinkDescriptor => ({
  rel: 'preload',
  as: 'font',
  type: 'font/woff2',
  crossOrigin: 'anonymous',
  href,
});

/** For the root's `links`: the two fonts every first view needs, and the icons. */
export const uiLinks: LinkDescriptor[] = [
  font(sans),
  font(serif),
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
];
