import type { PairField } from './pair-fields';

/** The control of a field's answer: for the page too, so without the schemas of what it sends. */
export const pickControl = (field: PairField): `pick.${PairField}` => `pick.${field}`;
