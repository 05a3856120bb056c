/** Most letters of an alert: it is read on a phone, at once. */
export const ALERT_LIMITS = { title: 100, text: 2000, place: 200 };
