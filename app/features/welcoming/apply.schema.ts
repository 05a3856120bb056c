import { z } from 'zod';
import { formEmail, formFlag, formOptionalText, formText } from '~/lib/forms';

/** Longest texts of an application, in characters. */
export const APPLY_LIMITS = {
  name: 120,
  groupName: 200,
  groupAbout: 1_500,
  groupWebsite: 500,
  why: 2_000,
  toldBy: 200,
};

const everyone = {
  intent: z.literal('apply'),
  name: formText({ max: APPLY_LIMITS.name }),
  email: formEmail(),
  why: formOptionalText({ max: APPLY_LIMITS.why, multiline: true }),
  toldBy: formOptionalText({ max: APPLY_LIMITS.toldBy }),
};

/** An address of the web, with the beginning that most people leave out. */
const website = formOptionalText({ max: APPLY_LIMITS.groupWebsite })
  .transform((text) => (text && !/^[a-z]+:/i.test(text) ? `https://${text}` : text))
  .pipe(z.url({ protocol: /^https?$/, hostname: /\.[a-z]{2,}$/i, error: 'invalid' }).nullable());

export const personForm = z.object({ ...everyone, kind: z.literal('person') });
export const groupForm = z.object({
  ...everyone,
  kind: z.literal('group'),
  groupName: formText({ max: APPLY_LIMITS.groupName }),
  groupAbout: formText({ max: APPLY_LIMITS.groupAbout, multiline: true }),
  groupWebsite: website,
  /** Said of a name that the hub knows already. */
  another: formFlag(),
});

/** What somebody who asks to join typed. */
export interface Application {
  kind: 'person' | 'group';
  name: string;
  email: string;
  why: string | null;
  toldBy: string | null;
  groupName: string | null;
  groupAbout: string | null;
  groupWebsite: string | null;
}
