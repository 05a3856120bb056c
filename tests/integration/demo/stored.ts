import { createHash } from 'node:crypto';
import { writerSql } from '#db/writer.server';

/** What is stored and projected, without the ids and times that differ between databases, in a fixed order. */
const QUERIES = {
  people: `select to_jsonb(p) - '{id,created_at,updated_at}'::text[] as row from core.people p order by handle`,
  groups: `select to_jsonb(g) - '{id,created_at,updated_at}'::text[] as row from core.groups g order by slug`,
  positions: `select jsonb_build_array(p.handle, g.slug, x.title, x.leads) as row from core.positions x
    join core.people p on p.id = x.person_id join core.groups g on g.id = x.group_id order by p.handle, g.slug`,
  grants: `select jsonb_build_array(coalesce(p.handle, g.slug), s.category, s.audience, s.words_sha256) as row from core.sharing_grants s
    left join core.people p on p.id = s.subject_id left join core.groups g on g.id = s.subject_id order by coalesce(p.handle, g.slug), s.category`,
  relations: `select jsonb_build_array(p.handle, r.category, r.relation) as row from core.relation_grants r
    join core.people p on p.id = r.subject_id order by p.handle`,
  skills: `select jsonb_build_array(p.handle, t.slug, x.wants_to_learn) as row from core.person_skills x
    join core.people p on p.id = x.person_id join ref.skills t on t.id = x.skill_id order by p.handle, t.slug`,
  blocks: `select jsonb_build_array(a.handle, b.handle) as row from core.blocks x
    join core.people a on a.id = x.person_id join core.people b on b.id = x.blocked_id`,
  openings: `select jsonb_build_array(p.handle, g.slug, x.category, x.opener_role) as row from core.contact_openings x
    join core.subject_keys k on k.key = x.opener_key join core.people p on p.id = k.person_id
    join core.groups g on g.id = x.group_id order by p.handle`,
  shown: `select jsonb_build_array(handle, name, headline, bio, region_key) as row from proj_public.people order by handle`,
};

/** A hash of each part of the demo network. */
export async function storedDemo(): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const [part, query] of Object.entries(QUERIES)) {
    const rows = await writerSql().unsafe(query);
    hashes[part] = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
  }
  return hashes;
}
