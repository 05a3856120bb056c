/** How many days what somebody typed is kept while its link is not opened. */
export const UNOPENED_KEPT_DAYS = 7;

/** How many days a newcomer is kept while nobody welcomes them, from the last thing that was said. */
export const UNANSWERED_KEPT_DAYS = 60;
