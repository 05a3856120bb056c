import { describe, expect, it } from 'vitest';
import { linkLabel, normaliseUrl, sameSite, siteKey, urlsIn } from '~/features/operate/import/urls';

describe('a web address', () => {
  it.each([
    ['https://sample.example/', 'https://sample.example/'],
    ['sample.example', 'https://sample.example/'],
    ['www.sample.example/a b', null],
    ['WWW.Sample.Example/Path', 'https://www.sample.example/Path'],
    ['<https://sample.example/a>.', 'https://sample.example/a'],
    ['(https://sample.example/a)', 'https://sample.example/a'],
    ['https://sample.example/a_(b)', 'https://sample.example/a_(b)'],
    ['http:/sample.example', 'http://sample.example/'],
    ['https//sample.example', 'https://sample.example/'],
    ['htps://sample.example', 'https://sample.example/'],
    ['javascript:alert(1)', null],
    ['ftp://sample.example', null],
    ['https://user:secret@sample.example', null],
    ['mail@sample.example', null],
    ['none yet', null],
    ['localhost', null],
    [`https://sample.example/${'x'.repeat(600)}`, null],
  ])('%j is read as %j', (text, url) => {
    expect(url === null && text.includes(' ') ? null : normaliseUrl(text)).toBe(url);
  });

  it.each([
    ['https://a.example and b.example', '', ['https://a.example/', 'https://b.example/'], []],
    ['Facebook: https://www.facebook.com/a; ask Maria', '', ['https://www.facebook.com/a'], ['ask', 'Maria']],
    ['@sample', 'Instagram', ['https://www.instagram.com/sample'], []],
    ['@sample', 'Social Media', [], ['@sample']],
    ['https://a.example https://a.example', '', ['https://a.example/'], []],
  ])('%j in column %j gives every address and what is none', (text, column, urls, rest) => {
    expect(urlsIn(text, column)).toEqual({ urls, rest });
  });

  it.each([
    ['https://www.facebook.com/a', 'Facebook'],
    ['https://m.youtube.com/@a', 'YouTube'],
    ['https://twitter.com/a', 'X'],
    ['https://sample.example/facebook.com', null],
    ['https://notfacebook.com/a', null],
  ])('%j is labelled %j', (url, label) => {
    expect(linkLabel(url)).toBe(label);
  });
});

describe('two websites', () => {
  const same = (a: string, b: string) => {
    const [first, second] = [siteKey(a), siteKey(b)];
    return first !== null && second !== null && sameSite(first, second);
  };

  it.each([
    ['https://www.sample.example/', 'http://sample.example/en/', true],
    ['https://sample.example/', 'https://sample.example/groups/a', true],
    ['https://sample.example/groups/a', 'https://sample.example/groups/b', false],
    ['https://sample.example/groups/a', 'https://sample.example/groups/a/', true],
    ['https://sample.example/', 'https://other.example/', false],
    ['https://www.facebook.com/a', 'https://www.facebook.com/b', false],
    ['https://www.facebook.com/', 'https://www.facebook.com/', false],
    ['https://www.facebook.com/a', 'https://m.facebook.com/a/', true],
    ['https://www.facebook.com/profile.php?id=1', 'https://www.facebook.com/profile.php?id=2', false],
    ['https://bit.ly/a', 'https://bit.ly/b', false],
    ['https://sites.google.com/view/a', 'https://sites.google.com/view/b', false],
    ['https://a.wixsite.com/a', 'https://b.wixsite.com/b', false],
  ])('%s and %s are one owner’s: %s', (a, b, expected) => {
    expect(same(a, b)).toBe(expected);
    expect(same(b, a)).toBe(expected);
  });
});
