import { CONSOLE } from '~/auth/actor';
import { accountByEmail, grantRole, revokeRole } from '~/auth/roles.server';
import { hasFactor } from '~/auth/second-factors/has-factor.server';
import { handOverCode } from '~/auth/second-factors/recovery-codes.server';
import { ROLES, type Role } from '~/lib/standing';
import { type Command, UsageError } from '../command';

const isRole = (word: string | undefined): word is Role => ROLES.some((role) => role === word);

export const role: Command = {
  usage: 'role grant|revoke EMAIL ROLE',
  about: `Gives or takes a role: ${ROLES.join(', ')}.`,
  async run(args, say) {
    const [verb, email, name, ...more] = args;
    if ((verb !== 'grant' && verb !== 'revoke') || !email || more.length > 0)
      throw new UsageError('Say grant or revoke, an e-mail address and a role.');
    if (!isRole(name))
      throw new UsageError(`${name ? `There is no role ${name}. ` : ''}The roles are ${ROLES.join(', ')}.`);
    const account = await accountByEmail(email);
    if (verb === 'revoke') {
      say(
        (await revokeRole(CONSOLE, account, name))
          ? `${account.email} is no longer ${name}.`
          : `${account.email} was not ${name}.`,
      );
      return 0;
    }
    const granted = await grantRole(CONSOLE, account, name);
    say(granted ? `${account.email} is now ${name}.` : `${account.email} is ${name} already.`);
    if (granted && !(await hasFactor(account.accountId))) {
      say('A role needs more than e-mail. Hand over this code, which works once within three days:');
      say(await handOverCode(CONSOLE, account));
    }
    if (account.standing !== 'member') say('The role counts once this person is a member.');
    return 0;
  },
};
