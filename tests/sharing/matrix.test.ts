import { beforeAll, describe, expect, it } from 'vitest';
import { writerSql } from '#db/writer.server';
import { recipientLabel, relationSentence } from '~/features/privacy/terms.server';
import { categoryLabel } from '~/features/privacy/wording.server';
import { DEFAULT_TEXT } from '~/features/unity/default-text.server';
import { publishStatement } from '~/features/unity/publish.server';
import { writeSignature } from '~/features/unity/signature-rows.server';
import { AUDIENCES, type Audience, READER_AUDIENCES, type ReaderAudience, reaches, upTo } from '~/lib/audience';
import { command } from '~/sharing/command.server';
import { compilePolicy } from '~/sharing/compile-policy.server';
import defaultPolicy from '~/sharing/policy/default.md?raw';
import { REGISTRY } from '~/sharing/registry';
import { join, makeGroup, makePerson, SYSTEM } from '../factories/people';
import { makeTerms } from '../factories/vocabularies';
import { tried } from '../setup/cases';
import { useHub } from '../setup/hub';
import { cookieOf, read, useServed } from '../setup/served';
import { makeReaders } from './readers';
import { asData, unregisteredRoutes } from './surfaces';

const served = useServed(useHub());
const policy = compilePolicy(defaultPolicy, REGISTRY);

/** One subject per category and grant, with a word of its own wherever the category holds text. */
interface Cell {
  category: string;
  grant: Audience;
  token: string;
  handle: string;
  termSlug: string;
  groupSlug: string;
}

const CATEGORIES = [
  'person.about',
  'person.position',
  'person.network_role',
  'person.topics',
  'person.region',
  'person.town',
  'person.joined',
  'person.last_confirmed',
  'person.needs',
  'person.exact_place',
  'person.email',
  'person.phone',
  'person.handle',
  'person.identity',
  'person.weaving',
];
/** Categories whose word in this test stands in the text of a search. */
const SEARCHED_BY_WORD = new Set(['person.about', 'person.topics', 'person.needs']);
const cells: Cell[] = [];
let readers: Record<ReaderAudience, string | null>;

/** Towns of regions no one else in this test lives in. */
const TOWNS = [
  2988507, 2950159, 3117735, 2964574, 2761369, 2657896, 2673730, 658225, 2618425, 3067696, 3054643, 756135, 683506,
  727011, 264371,
];

const word = (category: string, grant: Audience) => `zq${category.replace(/\W|_/g, '')}${grant}`;

beforeAll(async () => {
  readers = await makeReaders();
  let town = 0;
  for (const category of CATEGORIES) {
    for (const grant of upTo(policy.category(category)?.ceiling ?? 'self')) {
      const token = word(category, grant);
      const { interests } = await makeTerms({ interests: [token] });
      const group = await makeGroup({ name: `Group ${token}` });
      const only = <T>(name: string, value: T): T | undefined => (category === name ? value : undefined);
      const person = await makePerson(
        {
          name: `Shown ${category} ${grant}`,
          headline: only('person.about', `${token} headline`),
          bio: only('person.about', `${token} bio`),
          links: only('person.about', [{ url: `https://example.org/${token}`, label: token }]),
          networkRoles: only('person.network_role', ['principal']),
          interestIds: only('person.topics', interests),
          townId: only('person.town', TOWNS[town]),
          regionKey: only('person.region', 'US-AK'),
          country: only('person.region', 'US'),
          needs: only('person.needs', `${token} needs`),
          exactPlace: only('person.exact_place', token),
          identity: only('person.identity', token),
          contactEmail: only('person.email', `${token}@example.org`),
          contactPhone: only('person.phone', token),
          contactHandle: only('person.handle', token),
          weaving: only('person.weaving', true),
        },
        { 'person.name': 'public', [category]: grant },
        { joinedOn: only('person.joined', '1987-03-04'), lastConfirmedOn: only('person.last_confirmed', '1988-05-06') },
      );
      if (category === 'person.position') await join(person.id, group.id, { title: token });
      if (category === 'person.town') town += 1;
      cells.push({ category, grant, token, handle: person.handle, termSlug: token, groupSlug: group.slug });
    }
  }
});

/** Contact is on no page before it is opened; what is told to the hub alone never shows. */
const NEVER_SHOWN = new Set(['person.email', 'person.phone', 'person.handle', 'person.exact_place', 'person.identity']);

const expected = (cell: Cell, reader: ReaderAudience) => !NEVER_SHOWN.has(cell.category) && reaches(cell.grant, reader);
const text = async (path: string, reader: ReaderAudience) => (await read(served.origin(), path, readers[reader])).whole;

/** What a category looks like on a profile. */
function mark(cell: Cell): string {
  const fixed: Record<string, string> = {
    'person.network_role': 'Convenes',
    'person.region': 'Alaska',
    'person.joined': 'March 1987',
    'person.last_confirmed': 'May 1988',
    'person.weaving': 'Weavers may see',
  };
  if (cell.category === 'person.town') return 'near ';
  return fixed[cell.category] ?? cell.token;
}

/** Checks every cell that has something to look at: `check` answers how many places it looked at. */
const each = (check: (cell: Cell, reader: ReaderAudience) => Promise<number>) => async () => {
  let looked = 0;
  try {
    for (const cell of cells) for (const reader of READER_AUDIENCES) looked += await check(cell, reader);
  } catch (leak) {
    tried({ leaks: 1 });
    throw leak;
  } finally {
    tried({ cells: looked });
  }
};

describe('the matrix of category, grant and viewer', () => {
  it('visits every route there is', () => {
    expect(unregisteredRoutes()).toEqual([]);
  });

  it(
    'holds on a profile',
    each(async (cell, reader) => {
      const seen = (await text(`/people/${cell.handle}`, reader)).includes(mark(cell));
      expect(seen, `${cell.category} for ${cell.grant}, read by ${reader}`).toBe(expected(cell, reader));
      return 1;
    }),
  );

  it(
    'holds at the second door of a profile',
    each(async (cell, reader) => {
      const data = asData(`/people/${cell.handle}`) ?? '';
      const found = (await text(data, reader)).includes(cell.token);
      if (!expected(cell, reader)) expect(found, `${cell.category} for ${cell.grant}, read by ${reader}`).toBe(false);
      return 1;
    }),
  );

  it(
    'holds for a hit, a facet and a choice by topic',
    each(async (cell, reader) => {
      if (!['person.topics', 'person.about', 'person.needs'].includes(cell.category)) return 0;
      const hit = await text(`/people?q=${cell.token}`, reader);
      expect(hit.includes(`/people/${cell.handle}`), `hit ${cell.token}, read by ${reader}`).toBe(
        expected(cell, reader),
      );
      if (cell.category !== 'person.topics') return 1;
      const chosen = await text(`/people?interest=${cell.termSlug}`, reader);
      expect(chosen.includes(`/people/${cell.handle}`)).toBe(expected(cell, reader));
      const facets = await text('/people', reader);
      expect(facets.includes(`value="${cell.termSlug}"`), `facet ${cell.token}, read by ${reader}`).toBe(
        expected(cell, reader),
      );
      return 3;
    }),
  );

  it(
    'holds for a filter by role, region, town and group',
    each(async (cell, reader) => {
      const filters: Record<string, string> = {
        'person.network_role': '/people?role=principal',
        'person.region': '/people?place=Alaska',
        'person.position': `/people?group=${cell.groupSlug}`,
      };
      const filter = filters[cell.category];
      if (!filter) return 0;
      expect((await text(filter, reader)).includes(`/people/${cell.handle}`), `${filter}, read by ${reader}`).toBe(
        expected(cell, reader),
      );
      return 1;
    }),
  );

  it('holds for the order of a list', async () => {
    for (const reader of READER_AUDIENCES) {
      const page = (await read(served.origin(), '/people?sort=newest', readers[reader])).body;
      const joined = cells.filter((cell) => cell.category === 'person.joined' && expected(cell, reader));
      const first = /href="\/people\/([^"?]+)"/.exec(page.slice(page.indexOf('<article')))?.[1];
      if (joined.length > 0) expect(joined.map((cell) => cell.handle)).toContain(first);
      else
        expect(cells.filter((cell) => cell.category === 'person.joined').map((cell) => cell.handle)).not.toContain(
          first,
        );
    }
  });

  it(
    'holds on a group page and at its second door',
    each(async (cell, reader) => {
      if (cell.category !== 'person.position') return 0;
      for (const path of [`/groups/${cell.groupSlug}`, asData(`/groups/${cell.groupSlug}`) ?? '']) {
        expect((await text(path, reader)).includes(cell.handle), `${path}, read by ${reader}`).toBe(
          expected(cell, reader),
        );
      }
      return 2;
    }),
  );

  it('holds on the list under the unity statement', async () => {
    const signed = await command(async (unit) => {
      const version = await publishStatement(SYSTEM, unit, DEFAULT_TEXT);
      return (who: string, named: boolean) =>
        command(async (later) => {
          await writeSignature(later, { personId: who }, { version, named });
          later.personChanged(who);
        });
    });
    for (const grant of upTo('public')) {
      for (const named of [true, false]) {
        const shown = { 'person.name': 'public', 'person.signature': grant } as const;
        const person = await makePerson({ name: `Signatory ${grant} ${named}` }, shown);
        await signed(person.id, named);
        for (const reader of READER_AUDIENCES) {
          for (const path of ['/unity', '/unity/1', asData('/unity') ?? '']) {
            const seen = (await text(path, reader)).includes(person.handle);
            expect(seen, `${path} for ${grant}, read by ${reader}`).toBe(named && reaches(grant, reader));
          }
        }
      }
    }
  });

  it('shows an imported person to stewards alone, whatever grants there are', async () => {
    const person = await makePerson(
      { name: 'Zqimported Person', headline: 'zqimported headline', needs: 'zqimported needs' },
      { 'person.name': 'public', 'person.about': 'public', 'person.needs': 'weaver' },
      { standing: 'imported' },
    );
    const group = await makeGroup({ name: 'Group of the imported' });
    await join(person.id, group.id, { title: 'zqimported title' });
    const paths = ['/people?q=zqimported', '/suggest/people?q=zqimported', `/groups/${group.slug}`];
    for (const reader of READER_AUDIENCES) {
      const seen = await Promise.all(paths.map(async (path) => (await text(path, reader)).includes(person.handle)));
      expect(seen, `read by ${reader}`).toEqual(paths.map(() => reader === 'steward'));
      const profile = await read(served.origin(), `/people/${person.handle}`, readers[reader]);
      expect(profile.status).toBe(reader === 'steward' ? 200 : 404);
      expect(profile.body.includes('Imported, not yet asked')).toBe(reader === 'steward');
    }
  });

  it('answers byte for byte the same for someone blocked, whoever blocked whom, and someone absent', async () => {
    const grants = { 'person.name': 'public', 'person.about': 'public', 'person.email': 'member' } as const;
    const [ada, ben] = await Promise.all(
      ['Quixblock Ada', 'Quixblock Ben'].map((name) =>
        makePerson({ name, contactEmail: 'reach@example.org' }, grants, {
          email: `${name.slice(-3).toLowerCase()}-block@example.org`,
        }),
      ),
    );
    if (!ada || !ben) throw new Error('Nobody was made.');
    const cookies = new Map(
      await Promise.all([ada, ben].map(async (each) => [each.id, await cookieOf(each.accountId ?? '')] as const)),
    );
    const pathsOf = (handle: string) =>
      ['', '/contact'].flatMap((end) => [`/people/${handle}${end}`, asData(`/people/${handle}${end}`) ?? '']);
    const look = (reader: string, handle: string) =>
      Promise.all(
        pathsOf(handle).map(async (path) => {
          const { status, whole } = await read(served.origin(), path, cookies.get(reader));
          return { status, whole: whole.replaceAll(handle, '') };
        }),
      );
    const statuses = async (reader: string, handle: string) => (await look(reader, handle)).map(({ status }) => status);
    expect(await statuses(ada.id, ben.handle)).toEqual([200, 200, 200, 200]);
    await writerSql()`insert into core.blocks (person_id, blocked_id) values (${ada.id}, ${ben.id})`;
    for (const [reader, other] of [
      [ada, ben],
      [ben, ada],
    ] as const) {
      const blocked = await look(reader.id, other.handle);
      expect(blocked.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
      expect(blocked).toEqual(await look(reader.id, 'x'.repeat(other.handle.length)));
    }
    // What is public to visitors stays so.
    expect((await read(served.origin(), `/people/${ben.handle}`)).status).toBe(200);
  });

  it.each(AUDIENCES.slice(1))('hides a person whose name is for %s from everyone wider', async (grant) => {
    const person = await makePerson(
      { name: `Xylophonia ${grant}`, headline: 'findable words' },
      { 'person.name': grant, 'person.about': 'public' },
    );
    for (const reader of READER_AUDIENCES) {
      const exists = reaches(grant, reader);
      const profile = await read(served.origin(), `/people/${person.handle}`, readers[reader]);
      expect(profile.status).toBe(exists ? 200 : 404);
      for (const path of [`/people?q=xylophonia+${grant}`, `/suggest/people?q=xylophonia+${grant}`]) {
        expect((await text(path, reader)).includes(person.handle), `${path}, read by ${reader}`).toBe(exists);
      }
      if (!exists) {
        const absent = await read(served.origin(), `/people/${'x'.repeat(person.handle.length)}`, readers[reader]);
        expect(profile.whole.replaceAll(person.handle, '')).toBe(
          absent.whole.replaceAll('x'.repeat(person.handle.length), ''),
        );
      }
    }
  });
});

/** What stands in each cell of the table of the policy page, line by line, by row. */
async function renderedRows(): Promise<string[][][]> {
  const { body } = await read(served.origin(), '/privacy', null);
  const table = /<tbody>(.*?)<\/tbody>/s.exec(body)?.[1] ?? '';
  const plain = (html: string) =>
    html
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll('&#x27;', "'")
      .replaceAll('&amp;', '&')
      .trim();
  return [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row]) =>
    [...(row ?? '').matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) =>
      (cell ?? '').split(/<p[^>]*>/).map(plain),
    ),
  );
}

/** The audience that a label of the table stands for: written a second time, to be held against the first. */
const LABELS: Record<string, Audience> = {
  'Only you': 'self',
  "Only the group's leads": 'self',
  'Only whoever hosts the event': 'self',
  'Stewards of this network': 'steward',
  'Weavers and stewards': 'weaver',
  'Members of this network': 'member',
  'Anyone on the internet': 'public',
};

describe('the table of the policy page', () => {
  it('says in every cell what is compiled', async () => {
    const rows = await renderedRows();
    expect(rows).toHaveLength(policy.categories.length);
    for (const [at, category] of policy.categories.entries()) {
      const [what, proposed, [ceiling, ...relations] = [], [, , searchable] = [], retention, recipients] =
        rows[at] ?? [];
      const named = Object.entries(policy.recipients)
        .filter(([, { categories }]) => categories.includes(category.name))
        .map(([recipient]) => recipientLabel(recipient, 'en'));
      expect({
        label: what?.[0],
        proposed: LABELS[proposed?.[0] ?? ''],
        ceiling: LABELS[ceiling ?? ''],
        relations,
        searchable: searchable === 'Whoever sees it can find it by searching.',
        days: /\d+/.exec(retention?.[0] ?? '')?.[0] ?? null,
        recipients: recipients?.[0],
      }).toEqual({
        label: categoryLabel(category, 'en'),
        proposed: category.default,
        ceiling: category.ceiling,
        relations: category.relations.map((relation) => relationSentence(relation, 'en')),
        searchable: category.searchable,
        days: /\d+/.exec(category.retention)?.[0] ?? null,
        recipients: named.join(', ') || 'Nobody',
      });
    }
    tried({ cells: policy.categories.length * 6 });
  });

  it('says in every cell what readers find', async () => {
    const rows = await renderedRows();
    const rowOf = (category: string) => rows[policy.categories.findIndex(({ name }) => name === category)] ?? [];
    const readersOf = async (path: string, what: string) => {
      const found = await Promise.all(READER_AUDIENCES.map(async (each) => (await text(path, each)).includes(what)));
      return READER_AUDIENCES.filter((_, at) => found[at]);
    };
    const within = (label: string | undefined) =>
      READER_AUDIENCES.filter((each) => reaches(LABELS[label ?? ''] ?? 'self', each));
    for (const category of CATEGORIES) {
      const [, , [ceiling] = [], [, , searchable] = []] = rowOf(category);
      const widest = cells.find((cell) => cell.category === category && cell.grant === LABELS[ceiling ?? '']);
      expect([category, widest?.grant]).toEqual([category, LABELS[ceiling ?? '']]);
      if (!widest) continue;
      const seen = NEVER_SHOWN.has(category) ? [] : within(ceiling);
      expect([category, await readersOf(`/people/${widest.handle}`, mark(widest))]).toEqual([category, seen]);
      const found = searchable?.startsWith('Not') || !SEARCHED_BY_WORD.has(category) ? [] : seen;
      const hits = await readersOf(`/people?q=${widest.token}`, `/people/${widest.handle}`);
      expect([category, hits]).toEqual([category, found]);
    }
    const unasked = await makeGroup({ name: 'Group of no choice', purpose: 'zqunasked purpose' });
    const proposed = rowOf('group.profile')[1]?.[0];
    expect(await readersOf(`/groups/${unasked.slug}`, 'zqunasked')).toEqual(within(proposed));
    tried({ cells: (CATEGORIES.length * 2 + 1) * READER_AUDIENCES.length });
  });
});
