/** Standing of a person in the network. */
export const STANDINGS = ['imported', 'newcomer', 'member', 'hidden', 'held'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Days for which someone who was written down by somebody else is kept if they never answer. */
export const IMPORTED_KEPT_DAYS = 60;

/** Standing of a group: listed from public information, or a member. */
export const GROUP_STANDINGS = ['listed', 'member'] as const;
export type GroupStanding = (typeof GROUP_STANDINGS)[number];

export const ROLES = ['weaver', 'operator', 'steward'] as const;
export type Role = (typeof ROLES)[number];

/** Self-described part in campaigns; carries no privilege. */
export const NETWORK_ROLES = ['principal', 'driver', 'supporter'] as const;
export type NetworkRole = (typeof NETWORK_ROLES)[number];
