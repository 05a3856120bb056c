import { keepNotices } from '~/features/notices/choices.server';
import type { Unit } from '~/sharing/command.server';
import type { DemoRole } from './data';

const USUAL = { quietFrom: 22, quietTo: 8, alertsByPlace: false, alertsByInterest: false, allOff: false };

/** What two people of the demo chose to be written to about. */
const CHOSEN: Partial<Record<DemoRole, Parameters<typeof keepNotices>[2]>> = {
  member: { ...USUAL, timeZone: 'Australia/Sydney', alertsByPlace: true, alertsByInterest: true },
  lead: { ...USUAL, timeZone: null, quietFrom: 20, quietTo: 9 },
};

/** Keeps what someone of the demo chose, if they chose anything. */
export async function writeNotices(unit: Unit, role: DemoRole | undefined, accountId: string): Promise<void> {
  const settings = role && CHOSEN[role];
  if (settings) await keepNotices(unit, accountId, settings, role === 'lead' ? { 'new-groups': 'at_once' } : {});
}
