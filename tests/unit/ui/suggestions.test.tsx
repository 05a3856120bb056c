// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { createMemoryRouter, RouterProvider } from 'react-router-dom';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Combobox } from '~/ui/combobox';
import { readSuggestions } from '~/ui/use-suggestions';

test.each([
  [{ items: [{ label: 'Creek' }, { nothing: 1 }, null] }, [{ label: 'Creek' }]],
  [{ items: 'no' }, []],
  [null, []],
  ['text', []],
])('reads %j', (answer, expected) => expect(readSuggestions(answer)).toEqual(expected));

describe('a combobox in the browser', () => {
  let root: Root;
  let router: ReturnType<typeof createMemoryRouter>;
  let asked: { q: string; signal: AbortSignal }[];
  const input = () => document.querySelector<HTMLInputElement>('input.input') ?? document.createElement('input');
  const options = () => [...document.querySelectorAll('[role=option]')].map((item) => item.textContent);
  const pause = (ms: number) => act(() => new Promise((done) => setTimeout(done, ms)));

  async function type(text: string) {
    await act(async () => {
      input().focus();
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input(), text);
      input().dispatchEvent(new Event('input', { bubbles: true }));
    });
  }
  /** Whether the browser would go on with the key. */
  async function press(key: string): Promise<boolean> {
    let goesOn = true;
    await act(async () => {
      goesOn = input().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    });
    return goesOn;
  }

  beforeEach(async () => {
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
    asked = [];
    vi.stubGlobal('fetch', async (url: string, init: { signal: AbortSignal }) => {
      const q = new URLSearchParams(url.split('?')[1]).get('q') ?? '';
      asked.push({ q, signal: init.signal });
      return Response.json({
        items: [
          { label: `${q} one`, value: '1' },
          { label: `${q} two`, value: '2', href: '/people/two' },
          { label: `${q} away`, href: '//elsewhere.example' },
        ],
      });
    });
    document.body.innerHTML = '<div id="root"></div>';
    root = createRoot(document.getElementById('root') as HTMLElement);
    const element = <Combobox url="/suggest" name="town" label="Town" valueName="place" />;
    router = createMemoryRouter([{ path: '*', element }]);
    await act(async () => root.render(<RouterProvider router={router} />));
    await act(async () => void (await import('~/ui/combobox-live')));
    await pause(10);
    expect(input().getAttribute('role')).toBe('combobox');
  });
  afterEach(async () => {
    await act(async () => root.unmount());
    vi.unstubAllGlobals();
  });

  test('asks once after a pause, for the last text only', async () => {
    await type('li');
    await type('lis');
    await pause(260);
    expect(asked.map(({ q }) => q)).toEqual(['lis']);
    expect(options()).toEqual(['lis one', 'lis two', 'lis away']);
  });
  test('gives up a request that a newer text makes stale', async () => {
    await type('li');
    await pause(260);
    await type('lism');
    expect(asked[0]?.signal.aborted).toBe(true);
  });
  test('does not ask for a single letter', async () => {
    await type('l');
    await pause(260);
    expect(asked).toEqual([]);
  });
  test('the keyboard chooses, and the value goes along hidden until the text changes', async () => {
    await type('lis');
    await pause(260);
    await press('ArrowDown');
    await press('Enter');
    expect(input().value).toBe('lis one');
    expect(document.querySelector<HTMLInputElement>('input[name=place]')?.value).toBe('1');
    await type('lis on');
    expect(document.querySelector('input[name=place]')).toBeNull();
  });
  test.each([
    [2, '/people/two'],
    [3, '/'],
  ])('choosing suggestion %i leads to %s: to a page of this hub or nowhere', async (steps, path) => {
    await type('lis');
    await pause(260);
    for (let step = 0; step < steps; step++) await press('ArrowDown');
    await press('Enter');
    await pause(10);
    expect(router.state.location.pathname).toBe(path);
  });
  test('Enter sends the form unless a suggestion is marked', async () => {
    await type('lis');
    await pause(260);
    expect(await press('Enter')).toBe(true);
    expect(input().value).toBe('lis');
    await type('lism');
    await pause(260);
    await press('ArrowDown');
    expect(await press('Enter')).toBe(false);
  });
  test.each(['Escape', 'Tab'])('%s keeps what was typed', async (key) => {
    await type('lis');
    await pause(260);
    await press('ArrowDown');
    await press(key);
    if (key === 'Tab') await act(async () => input().blur());
    else await press(key);
    expect(input().value).toBe('lis');
  });
  test('says how many suggestions there are', async () => {
    await type('lis');
    await pause(260);
    expect(document.querySelector('[aria-live=polite]')?.textContent).toContain('3 suggestions');
  });
});
