import { pgSchema } from 'drizzle-orm/pg-core';
import { projectionTables } from './_projection';

export const projPublic = pgSchema('proj_public');
export const projMember = pgSchema('proj_member');
export const projWeaver = pgSchema('proj_weaver');
export const projSteward = pgSchema('proj_steward');

export const {
  people: publicPeople,
  groups: publicGroups,
  positions: publicPositions,
  signatures: publicSignatures,
  words: publicWords,
  counts: publicCounts,
} = projectionTables(projPublic);
export const {
  people: memberPeople,
  groups: memberGroups,
  positions: memberPositions,
  signatures: memberSignatures,
  words: memberWords,
  counts: memberCounts,
} = projectionTables(projMember);
export const {
  people: weaverPeople,
  groups: weaverGroups,
  positions: weaverPositions,
  signatures: weaverSignatures,
  words: weaverWords,
  counts: weaverCounts,
} = projectionTables(projWeaver);
export const {
  people: stewardPeople,
  groups: stewardGroups,
  positions: stewardPositions,
  signatures: stewardSignatures,
  words: stewardWords,
  counts: stewardCounts,
} = projectionTables(projSteward);
