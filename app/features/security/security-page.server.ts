import { type Device, myDevices } from '~/auth/devices.server';
import { hidThemselves } from '~/auth/hiding.server';
import { type Factors, factorsOf, isLastOfRole, whyNotAdd } from '~/auth/second-factors/factors.server';
import type { SignedIn } from '~/auth/viewer';
import { type RoleProofs, roleProofs } from './role-proofs';

export interface SecurityPageData {
  devices: Device[];
  factors: Factors;
  /** Why nothing may be added now; null if it may. */
  whyNot: 'stale' | 'by_mail_only' | null;
  /** Whether what is there has to stay, for the sake of a role. */
  needed: boolean;
  proofs: RoleProofs;
  /** Whether the viewer may hide, may show themselves again, or neither. */
  hiding: 'hide' | 'show' | null;
}

/** Where the viewer is signed in, and what they prove themselves with. */
export async function securityPage(viewer: SignedIn): Promise<SecurityPageData> {
  const [devices, factors, hid] = await Promise.all([myDevices(viewer), factorsOf(viewer), hidThemselves(viewer)]);
  const mayHide = viewer.standing === 'member' || viewer.standing === 'newcomer';
  const hiding = mayHide ? 'hide' : hid ? 'show' : null;
  return {
    devices,
    factors,
    whyNot: whyNotAdd(viewer),
    needed: isLastOfRole(viewer, factors),
    proofs: roleProofs(viewer),
    hiding,
  };
}
