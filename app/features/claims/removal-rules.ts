/** Days after which a confirmed wish to be removed is granted if no operator answered it. */
export const REMOVAL_DAYS = 7;
/** Days for which the link of the confirmation mail works. */
export const CONFIRM_DAYS = 7;
/** Days for which an answered wish is kept: until the mail with the answer is surely out. */
export const KEEP_DAYS = 30;

/**
 * Whether time alone may grant a wish to be removed. Not for a group that has joined since, and not while someone says
 * "this is us": the two contradict each other, and people decide.
 */
export const removesByItself = (facts: { standing: string; openClaims: number }): boolean =>
  facts.standing === 'listed' && facts.openClaims === 0;
