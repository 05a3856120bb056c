// @vitest-environment happy-dom
import { Link, useSearchParams } from '@remix-run/react';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { createMemoryRouter, RouterProvider } from 'react-router-dom';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Facet } from '~/ui/facet';
import { Main } from '~/ui/main';
import { SearchRow } from '~/ui/search-row';
import { SelectField, TextField } from '~/ui/text-field';

function Page() {
  const [query] = useSearchParams();
  const options = ['water', 'soil'].map((value) => ({
    value,
    label: value,
    checked: query.getAll('t').includes(value),
  }));
  const distances = ['25', '100'].map((value) => ({ value, label: value }));
  return (
    <>
      <Link to="/groups">Groups</Link>
      <Main>
        <SearchRow id="find" label="Find" button="Search">
          <TextField name="q" label="Words" defaultValue={query.get('q') ?? ''} />
          <SelectField name="within" label="Within" options={distances} defaultValue={query.get('within') ?? '25'} />
        </SearchRow>
        <Facet name="t" form="find" legend="Topics" options={options} />
      </Main>
    </>
  );
}

let root: Root;
let router: ReturnType<typeof createMemoryRouter>;
const input = (name: string) => document.querySelector(`[name=${name}]`) as HTMLInputElement;
const go = (to: string) => act(() => router.navigate(to));

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  document.body.innerHTML = '<div id="root"></div>';
  root = createRoot(document.getElementById('root') as HTMLElement);
  router = createMemoryRouter([{ path: '*', element: <Page /> }], { initialEntries: ['/people?q=creek&t=water'] });
  await act(async () => root.render(<RouterProvider router={router} />));
});
afterEach(async () => {
  await act(async () => root.unmount());
  vi.unstubAllGlobals();
});

test('a search form shows what a new address asks for', async () => {
  expect([input('q').value, input('t').checked, input('within').value]).toEqual(['creek', true, '25']);
  input('q').value = 'typed over';
  await go('/people?within=100');
  expect([input('q').value, input('t').checked, input('within').value]).toEqual(['', false, '100']);
});

test('what is being typed stays while a new address arrives', async () => {
  input('q').focus();
  input('q').value = 'half a wor';
  await go('/people?t=water');
  expect(input('q').value).toBe('half a wor');
});

test('another page moves the focus to its main region, a new search on the same page does not', async () => {
  document.querySelector('a')?.focus();
  await go('/people?q=river');
  expect(document.activeElement?.tagName).toBe('A');
  await go('/groups');
  expect(document.activeElement?.id).toBe('content');
});
