import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { writerSql } from '#db/writer.server';
import { dropOldFiles } from '~/features/operate/import-pages/files.server';
import type { Role } from '~/lib/standing';
import { FAULTY_ROWS, volunteerCsv } from '../../factories/csv';
import { giveRole, makePerson } from '../../factories/people';
import { formOf as fieldsOf, postForm } from '../../setup/forms';
import { useHub } from '../../setup/hub';
import { cookieOf, read, useServed } from '../../setup/served';

const served = useServed(useHub());
let operator: string;
let other: string;
let member: string;

const signedIn = async (name: string, role?: Role) => {
  const { accountId } = await makePerson({ name }, {}, { email: `${name.toLowerCase()}@example.org` });
  if (role) await giveRole(accountId ?? '', role);
  return cookieOf(accountId ?? '');
};

beforeAll(async () => {
  operator = await signedIn('Ope', 'operator');
  other = await signedIn('Otto', 'operator');
  member = await signedIn('Mem');
});

const upload = (content: string, cookie: string) => {
  const form = new FormData();
  form.append('file', new File([content], 'list.csv', { type: 'text/csv' }));
  const origin = served.origin();
  const headers = { origin, 'sec-fetch-site': 'same-origin', cookie };
  return fetch(`${origin}/operate/import`, { method: 'POST', body: form, headers, redirect: 'manual' });
};

const page = async (path: string, cookie = operator) => read(served.origin(), path, cookie);

/** The columns as a page offers them, by the option each select stands at. */
function formOf(body: string): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [, name = '', options = ''] of body.matchAll(/<select[^>]*name="(c\d+)"[^>]*>([\s\S]*?)<\/select>/g)) {
    const chosen = /<option[^>]*selected[^>]*>/.exec(options)?.[0] ?? '';
    fields.set(name, /value="([^"]*)"/.exec(chosen)?.[1] ?? '');
  }
  return fields;
}

/** Reads a page until it says something. */
async function until(path: string, words: string): Promise<string> {
  for (;;) {
    const { body } = await page(path);
    if (body.includes(words)) return body;
    await pause(100);
  }
}

describe('importing in the browser', () => {
  it('looks first, imports in the background, tells every row, and takes it back', async () => {
    const check = (await upload(volunteerCsv(FAULTY_ROWS), operator)).headers.get('location') ?? '';
    expect(check).toMatch(/^\/operate\/import\/check\//);
    const { body } = await page(check);
    expect(body).toContain('What would happen');
    expect(body).toContain('Without a name');
    expect((await writerSql()`select 1 from core.groups`).length).toBe(0);
    expect((await page(check, other)).status).toBe(404);

    const fields = formOf(body);
    expect([fields.get('c0'), fields.get('c1')]).toEqual(['id', 'name']);
    fields.set('source', 'A made-up list');
    const started = await postForm(served.origin(), check, fields, operator);
    const run = started.headers.get('location') ?? '';
    expect([started.status, run]).toEqual([302, expect.stringMatching(/^\/operate\/import\//)]);
    await until(run, 'Imported');
    expect(await writerSql()`select 1 from core.groups where source = 'A made-up list'`).toHaveLength(10);
    expect(await writerSql()`select 1 from core.import_files`).toHaveLength(0);

    const report = await page(`${run}/report.csv`);
    expect(report.body.split('\r\n')).toHaveLength(FAULTY_ROWS.length + 2);
    expect((await page('/operate/import')).body).toContain('list.csv');
    await postForm(served.origin(), run, new URLSearchParams({ intent: 'undo' }), operator);
    await until(run, 'Taken back');
    expect((await writerSql()`select 1 from core.groups`).length).toBe(0);
  });

  it('offers the columns that were said before, and does not import without a name', async () => {
    const csv = 'Title,Town\nFirst Made-up Group,Lismore\n';
    const check = (await upload(csv, operator)).headers.get('location') ?? '';
    const { body } = await page(check);
    expect(body).toContain('Say which column is the name of the group.');
    const unclear = await postForm(served.origin(), check, formOf(body), operator);
    expect(unclear.status).toBe(400);
    const fields = formOf(body);
    fields.set('c0', 'name');
    fields.set('c1', 'city');
    const started = await postForm(served.origin(), check, fields, operator);
    const run = started.headers.get('location') ?? '';
    expect([started.status, run]).toEqual([302, expect.stringMatching(/^\/operate\/import\//)]);
    await until(run, 'Imported');
    const again = (await upload(`${csv}Second Made-up Group,\n`, other)).headers.get('location') ?? '';
    const offered = await page(again, other);
    expect(offered.body).toContain('These columns were said before');
    expect([formOf(offered.body).get('c0'), formOf(offered.body).get('c1')]).toEqual(['name', 'city']);
  });

  it('tells what is wrong with a file, and takes large ones from operators only', async () => {
    expect(await (await upload('Name\n', operator)).text()).toContain('there is nothing to import');
    const large = `Name,Overview\n${`Large Group,${'x'.repeat(1000)}\n`.repeat(2000)}`;
    const refused = await upload(large, member).catch(() => null);
    expect([413, undefined]).toContain(refused?.status);
    expect((await upload(large, operator)).status).toBe(302);
    const tooLarge = await upload('x'.repeat(21 * 1024 * 1024), operator).catch(() => null);
    expect([413, undefined]).toContain(tooLarge?.status);
  });

  it('shows rows that may be groups that are here side by side, and takes one decision for each', async () => {
    const check = (await upload(volunteerCsv(FAULTY_ROWS), operator)).headers.get('location') ?? '';
    const started = await postForm(served.origin(), check, formOf((await page(check)).body), operator);
    const run = started.headers.get('location') ?? '';
    expect(await until(run, 'Imported')).toContain('3 rows may be groups that were here before.');
    const [first, second] = [`${run}/duplicates/7`, `${run}/duplicates/8`];
    expect((await page(`${run}/duplicates`)).body).toContain(first);
    const { body } = await page(first);
    expect(body).toContain('Both have the same name.');
    const send = async (intent: string, cookie: string, change: Record<string, string> = {}) => {
      const fields = fieldsOf(body, 'main form:has([name="seen"])');
      for (const [name, value] of Object.entries({ intent, ...change })) fields.set(name, value);
      return postForm(served.origin(), first, fields, cookie);
    };
    const stale = await send('merged', operator, { seen: 'another', 'pick.purpose': 'theirs' });
    expect([stale.status, (await stale.text()).includes('One of the two has changed')]).toEqual([409, true]);
    expect((await send('merged', operator)).headers.get('location')).toBe(`${second}?said=7`);
    expect((await page(`${second}?said=7`)).body).toContain('1 of 3 decided');
    const late = await send('kept', other);
    expect([late.status, (await late.text()).includes('This was decided before you')]).toEqual([409, true]);
    expect((await send('take-back', other)).headers.get('location')).toBe(first);
    expect((await send('everything', operator)).status).toBe(400);
    expect((await page(first, member)).status).toBe(404);
    expect((await page(`${run}/duplicates/2`)).status).toBe(404);
    const headers = { cookie: operator, 'accept-language': 'es' };
    const report = await (await fetch(`${served.origin()}${run}/report.csv`, { headers })).text();
    expect(report).toContain('Fila,Nombre,Resultado,Notas');
    expect(report).toContain('posible duplicado, el mismo nombre: fila 2 ""Sample Creek Alliance""');
    await postForm(served.origin(), run, new URLSearchParams({ intent: 'undo' }), operator);
    await until(run, 'Taken back');
    expect((await page(`${run}/duplicates`)).status).toBe(404);
  });

  it('shows a file that was looked at and left to whoever chose it, until it is imported or deleted', async () => {
    const [mine, theirs] = ['Name\nLeft Behind\n', 'Name\nAnother One\n'];
    const check = (await upload(mine, operator)).headers.get('location') ?? '';
    expect((await upload(mine, operator)).headers.get('location')).toBe(check);
    const others = (await upload(theirs, other)).headers.get('location') ?? '';
    const linksTo = async (cookie: string) => {
      const { body } = await page('/operate/import', cookie);
      return [check, others].map((path) => body.split(`href="${path}"`).length - 1);
    };
    expect([await linksTo(operator), await linksTo(other)]).toEqual([
      [1, 0],
      [0, 1],
    ]);
    const drop = (cookie: string) => postForm(served.origin(), check, new URLSearchParams({ drop: '1' }), cookie);
    await drop(other);
    expect(await linksTo(operator)).toEqual([1, 0]);
    expect((await drop(operator)).headers.get('location')).toBe('/operate/import');
    expect(await linksTo(operator)).toEqual([0, 0]);
    await writerSql()`update core.import_files set created_at = now() - interval '7 days 1 minute'`;
    await dropOldFiles();
    expect(await linksTo(other)).toEqual([0, 0]);
  });

  it('tells an import that another process is at from one that stopped', async () => {
    const run = crypto.randomUUID();
    const seen = (ago: string) => writerSql()`
      insert into core.import_runs (id, kind, file_name, file_sha256, mapping, started_by, source, rows, last_line, seen_at)
      values (${run}, 'groups', 'console.csv', 'x', '{}', 'import', 'console', 9, 1, now() - ${ago}::interval)
      on conflict (id) do update set seen_at = excluded.seen_at`;
    await seen('2 seconds');
    expect((await page(`/operate/import/${run}`)).body).toContain('Being imported');
    await seen('2 minutes');
    expect((await page(`/operate/import/${run}`)).body).toContain('Stopped before its end');
  });

  it('is not there for others', async () => {
    for (const path of ['/operate/import', '/operate/import/not-a-run', '/operate/import/check/x'])
      expect((await page(path, member)).status).toBe(404);
    expect((await page('/operate/import', '')).status).toBe(302);
    expect((await page(`/operate/import/${crypto.randomUUID()}`)).status).toBe(404);
  });
});
