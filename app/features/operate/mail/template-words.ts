import { m } from '~/lib/paraglide/messages.js';

/** What operators read of a mail instead of its text, by its template. */
export const TEMPLATE_WORDS: Readonly<Record<string, () => string>> = {
  'sign-in': m.mail_template_sign_in,
  'account-news': m.mail_template_account_news,
  'address-confirm': m.mail_template_address_confirm,
  'address-changed': m.mail_template_address_changed,
  'test-mail': m.setup_mail_title,
  'claim-news': m.mail_template_claim_news,
  'claim-contact': m.mail_template_claim_contact,
  'removal-confirm': m.mail_template_removal_confirm,
  'removal-news': m.mail_template_removal_news,
  'removal-answer': m.mail_template_removal_answer,
  'yearly-reminder': m.mail_template_yearly_reminder,
  join: m.mail_template_join,
  'welcome-news': m.mail_template_welcome_news,
  invitation: m.invitation_mail_template,
  'invitation-reminder': m.invitation_mail_again_template,
  'member-invitation': m.inviting_mail_template,
  'account-paused': m.pausing_mail_template,
  'pause-ended': m.pausing_ended_mail_template,
  'notice-letter': m.notices_letter_template,
  'urgent-alert': m.notices_alert_template,
};
