import { z } from 'zod';
import { PAIR_FIELDS, type PairField, type Picks } from './pair-fields';
import { pickControl } from './pick-control';

const pick = z.enum(['ours', 'theirs', 'both']).optional();

/** What the form of a pair sends: what to do, and the answer to each field that differs. */
export const decisionForm = z.object({
  intent: z.enum(['kept', 'merged', 'both', 'take-back']),
  seen: z.string().max(200).default(''),
  ...(Object.fromEntries(PAIR_FIELDS.map((field) => [pickControl(field), pick])) as Record<
    `pick.${PairField}`,
    typeof pick
  >),
});
export type DecisionInput = z.output<typeof decisionForm>;

export const picksOf = (sent: DecisionInput): Picks =>
  Object.fromEntries(
    PAIR_FIELDS.flatMap((field) => {
      const value = sent[pickControl(field)];
      return value ? [[field, value]] : [];
    }),
  );
