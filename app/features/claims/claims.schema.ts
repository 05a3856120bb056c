import { z } from 'zod';
import { formEmail, formOptionalText, formText } from '~/lib/forms';

export const CLAIM_LIMITS = { position: 120, evidence: 2000, words: 4000, name: 120, note: 2000 };

const long = (max: number) => formOptionalText({ max, multiline: true });

export const claimForm = z.object({
  position: formText({ max: CLAIM_LIMITS.position }),
  evidence: formText({ max: CLAIM_LIMITS.evidence, multiline: true }),
  words: long(CLAIM_LIMITS.words),
});
export type ClaimInput = z.output<typeof claimForm>;

export const removalForm = z.object({
  name: formText({ max: CLAIM_LIMITS.name }),
  email: formEmail(),
  reason: long(CLAIM_LIMITS.words),
});
export type RemovalInput = z.output<typeof removalForm>;

export const leadForm = z.object({
  person: formText({ max: 120 }),
  personValue: formOptionalText({ max: 120 }),
  handover: z.enum(['no', 'yes']).default('no'),
  words: long(CLAIM_LIMITS.words),
});
export type LeadInput = z.output<typeof leadForm>;

export const leadRemovalForm = z.object({ person: z.uuid() });
export const objectionForm = z.object({ words: long(CLAIM_LIMITS.words) });
export const decisionForm = z.object({ decision: z.enum(['yes', 'no']), note: long(CLAIM_LIMITS.note) });
export type Decision = z.output<typeof decisionForm>;
