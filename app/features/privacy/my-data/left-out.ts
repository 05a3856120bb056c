/** Columns with something of a person that the file with their own data does not hold, and why. */
export const LEFT_OUT_OF_MY_DATA: Readonly<Record<string, string>> = {
  'subject_keys.person_id': 'the key would tie whoever finds the file to entries that outlive them; those stand in it',
  'blocks.blocked_id': 'who blocked somebody stays between that person and the hub',
  'tombstones.subject_key': 'nobody who has one is here to ask',
  'notice_links.account_id': 'hashes of links and no more; the choice they end stands in it',
  'passkey_challenges.account_id': 'random values of the last five minutes',
  'concern_involved.person_id': 'that a concern was kept from somebody would tell them there is one',
  'concern_outside.email': 'somebody outside the hub, who has no account',
  'imported_people.person_id': 'goes when they get an account; its row of the import stands in it',
  'imported_people.email': 'goes when they get an account',
  'invitations.person_id': 'goes when they get an account',
  'invitation_batch_people.person_id': 'goes when they get an account',
  'sign_in_requests.email': 'of the last day, and typed by whoever knows the address',
  'applications.email': 'goes when they get an account, and may be typed by somebody else before',
  'groups.email': 'of a group, whose leads take it along from the page where they edit it',
  'removals.email': 'asked without an account, so that the address is not proved to be theirs',
  'set_up_links.email': 'before there was an account',
};
