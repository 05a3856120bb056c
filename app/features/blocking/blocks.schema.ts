import { z } from 'zod';

export const unblockForm = z.object({ person: z.uuid() });
