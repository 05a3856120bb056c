import { m } from '~/lib/paraglide/messages.js';
import type { Role } from '~/lib/standing';

interface DeskPage {
  /** Who may open it. */
  role: Role;
  path: string;
  title: () => string;
  about: () => string;
}

/** Every page on which the network is run, in the order in which a new network needs them. */
export const DESK: readonly DeskPage[] = [
  { role: 'operator', path: '/operate/network', title: m.home_desk_network, about: m.home_desk_network_about },
  { role: 'operator', path: '/operate/vocabularies', title: m.home_desk_words, about: m.home_desk_words_about },
  { role: 'operator', path: '/operate/import', title: m.home_desk_groups, about: m.home_desk_groups_about },
  { role: 'steward', path: '/steward/imported', title: m.home_desk_people, about: m.home_desk_people_about },
  { role: 'weaver', path: '/weaving/claims', title: m.home_desk_claims, about: m.home_desk_claims_about },
  { role: 'operator', path: '/operate/mail', title: m.home_desk_mail, about: m.home_desk_mail_about },
  { role: 'operator', path: '/operate/backups', title: m.home_desk_backups, about: m.home_desk_backups_about },
  { role: 'operator', path: '/operate/export', title: m.home_desk_export, about: m.home_desk_export_about },
];
