/**
 * More different people or groups than this are shown to stewards: someone who prepares a meeting writes to a dozen, and
 * whoever opens thirty in a day is making a list.
 */
export const UNUSUAL = { hour: 12, day: 30 };

/** No further contact opens for one account on a day after so many different ones, or after so many openings at all. */
export const MOST_A_DAY = { different: 60, openings: 200 };

/** Openings a day from one network without an account. */
export const MOST_OF_VISITORS = 60;
