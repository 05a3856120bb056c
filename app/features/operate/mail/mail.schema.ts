import { z } from 'zod';

/** What to do with the mails that were given up. */
export const troubleSchema = z.object({ intent: z.enum(['again', 'noted']) });
