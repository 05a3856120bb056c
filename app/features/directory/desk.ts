import { m } from '~/lib/paraglide/messages.js';
import type { Role } from '~/lib/standing';

interface DeskPage {
  /** Who may open it: one role, or any of several. */
  role: Role | readonly Role[];
  path: string;
  title: () => string;
  about: () => string;
}

/** Every page on which the network is run, in the order in which a new network needs them. */
export const DESK: readonly DeskPage[] = [
  { role: 'operator', path: '/operate/network', title: m.network_title, about: m.home_desk_network },
  { role: 'operator', path: '/operate/vocabularies', title: m.vocab_title, about: m.home_desk_words },
  { role: 'operator', path: '/operate/import', title: m.import_title, about: m.home_desk_groups },
  { role: 'steward', path: '/steward/imported', title: m.steward_nav_imported, about: m.home_desk_people },
  { role: ['weaver', 'steward'], path: '/steward/invitations', title: m.who_invited_title, about: m.who_invited_desk },
  { role: 'operator', path: '/operate/join', title: m.join_edit_title, about: m.join_edit_about },
  { role: 'operator', path: '/operate/welcome', title: m.join_edit_welcome_title, about: m.join_edit_welcome_about },
  { role: ['weaver', 'steward'], path: '/weaving/newcomers', title: m.join_desk_title, about: m.join_desk_about },
  { role: ['weaver', 'operator'], path: '/weaving/claims', title: m.claims_desk_title, about: m.home_desk_claims },
  { role: ['operator', 'steward'], path: '/operate/unity', title: m.unity_name, about: m.home_desk_unity },
  { role: 'operator', path: '/operate/mail', title: m.mail_operate_title, about: m.home_desk_mail },
  {
    role: ['operator', 'steward'],
    path: '/operate/alerts',
    title: m.notices_alert_page_title,
    about: m.notices_alert_desk,
  },
  { role: 'operator', path: '/operate/backups', title: m.backups_title, about: m.home_desk_backups },
  { role: 'operator', path: '/operate/export', title: m.export_title, about: m.home_desk_export },
  { role: 'steward', path: '/steward/roles', title: m.roles_title, about: m.home_desk_roles },
  { role: 'steward', path: '/steward/concerns', title: m.concern_desk_title, about: m.concern_desk_about },
  { role: 'steward', path: '/steward/pauses', title: m.pausing_title, about: m.pausing_desk },
  { role: 'steward', path: '/steward/policy', title: m.drafting_title, about: m.drafting_desk },
  { role: 'steward', path: '/steward/contact', title: m.contact_unusual_title, about: m.contact_unusual_desk },
  { role: 'steward', path: '/steward/audit', title: m.audit_title, about: m.home_desk_audit },
];
