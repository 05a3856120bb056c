/** Longest texts, in letters. */
export const CONCERN_LIMITS = { words: 8000, about: 200, step: 4000, name: 120 };

/** Days after its end for which a concern is kept. */
export const KEPT_DAYS = 90;
/** Days for which a mail to the person outside is tried again by hand before the concern counts as undelivered. */
export const UNDELIVERED_DAYS = 14;
/** Days for which somebody outside who was asked may say yes. */
export const ASKED_DAYS = 30;
