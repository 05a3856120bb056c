import { readerPool } from '#db/reader.server';
import { audienceOf, type Viewer } from '~/auth/viewer';

/** The one door to other people's data: what this returns can read the viewer's projection and nothing wider. */
export const readAs = (viewer: Viewer) => readerPool(audienceOf(viewer));
