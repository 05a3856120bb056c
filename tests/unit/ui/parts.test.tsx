import { describe, expect, test } from 'vitest';
import { DirectoryLayout } from '~/ui/directory-layout';
import { ErrorPage, errorWords } from '~/ui/error-page';
import { Notice } from '~/ui/notice';
import { Pagination } from '~/ui/pagination';
import { Prose } from '~/ui/prose';
import { MetaLine, ResultItem } from '~/ui/result-item';
import { ResultList } from '~/ui/result-list';
import { Table } from '~/ui/table';
import { html } from './render';

describe('a list of results', () => {
  const list = html(
    <ResultList count="Two people">
      <ResultItem
        to="/people/a"
        name="نور العلي"
        avatar
        meta={['near Lismore', null, '']}
        chips={[{ label: 'Press' }]}
      />
    </ResultList>,
  );
  test('is a section called Results with its count as a status and each hit an article', () => {
    expect(list).toContain('<section aria-label="Results">');
    expect(list).toContain('<p role="status">Two people</p>');
    expect(list.match(/<article/g)).toHaveLength(1);
  });
  test('isolates a name, so that one written right to left stays at the start edge', () => {
    expect(list).toMatch(/<a[^>]* dir="auto"[^>]*>نور العلي<\/a>/);
    expect(list).not.toMatch(/<h2[^>]*dir=/);
  });
  test('hides the initials from screen readers', () => expect(list).toContain('class="avatar" aria-hidden="true"'));
});

test('a line of facts leaves out what is absent and has no dot at its ends', () => {
  expect(html(<MetaLine items={['a', null, false, 'b', '']} />).replace(/<[^>]+>/g, '')).toBe('a\u00a0· b');
  expect(html(<MetaLine items={[null]} />)).toBe('');
});

test.each([
  ['info', 'status'],
  ['error', 'alert'],
] as const)('a live %s is announced as %s', (kind, role) => {
  expect(html(<Notice kind={kind} live title="Saved" />)).toContain(`role="${role}"`);
  expect(html(<Notice kind={kind} title="Saved" />)).not.toContain('role=');
});

test('pagination offers only the ways there are', () => {
  expect(html(<Pagination />)).toBe('');
  expect(html(<Pagination next="/people?after=x" />)).toContain('href="/people?after=x"');
  expect(html(<Pagination next={null} start="/people" />)).toContain('Back to the start');
});

test.each([400, 403, 404, 409, 413, 429, 500])('status %i has words of its own', (status) => {
  const { title, text } = errorWords(status);
  expect(title.length).toBeGreaterThan(10);
  expect(html(<ErrorPage status={status} />)).toContain(text);
});

test.each([
  [418, 400],
  [503, 500],
  [0, 500],
])('status %i speaks like %i', (status, known) => expect(errorWords(status)).toEqual(errorWords(known)));

test('a safe message of the domain takes the place of the general words', () => {
  expect(html(<ErrorPage status={409} message="Ana saved first." />)).toContain('Ana saved first.');
});

test('a table scrolls in a region that is named and reachable by keyboard', () => {
  const out = html(
    <Table caption="Shared" columns={[{ label: 'A' }, { label: 'B' }]} rows={[{ key: '1', cells: ['x', 'y'] }]} />,
  );
  const id = /aria-labelledby="([^"]+)" tabindex="0"/i.exec(out)?.[1];
  expect(out).toContain(`<caption id="${id}">Shared</caption>`);
  expect(out).toContain('<th scope="row">x</th><td>y</td>');
});

test('a table of many columns names the column of each value, for where its rows are stacked', () => {
  const columns = ['A', 'B', 'C', 'D'].map((label) => ({ label }));
  const out = html(<Table caption="Shared" columns={columns} rows={[{ key: '1', cells: ['x', 'y', 'z', ''] }]} />);
  expect(out).toContain('<table class="table table-stacking">');
  expect(out).toContain('<th scope="row">x</th><td data-label="B">y</td><td data-label="C">z</td>');
});

test('the folded facets say how many choices are made', () => {
  expect(
    html(
      <DirectoryLayout facets={null} chosen={2}>
        {null}
      </DirectoryLayout>,
    ),
  ).toContain('(2 chosen)');
});

test('prose takes rendered text or children', () => {
  expect(html(<Prose html="<p>One</p>" />)).toBe('<div class="prose"><p>One</p></div>');
  expect(html(<Prose>Two</Prose>)).toBe('<div class="prose">Two</div>');
});
