import { describe, expect, it } from 'vitest';
import { isFormType } from '~/lib/http/body.server';
import { isSoundTarget } from '~/lib/http/url-check.server';

describe('isSoundTarget', () => {
  it.each([
    ['/', true],
    ['/people?q=100%&x=%zz', true],
    ['/zo%C3%AB?q=%F0%9F%8C%B1', true],
    ['/%zz', false],
    ['/%', false],
    ['/%ff', false],
    ['/%00', false],
    ['/people?q=%00', false],
    ['/a%0ab', false],
    ['/a%5cb', false],
    ['/a\\b', false],
    ['//evil.com/', false],
    ['http://evil.com/', false],
    ['*', false],
    ['', false],
    [`/${'a'.repeat(4095)}`, true],
    [`/${'a'.repeat(4096)}`, false],
  ])('%j is %j', (target, sound) => expect(isSoundTarget(target)).toBe(sound));
});

describe('isFormType', () => {
  it.each([
    ['application/x-www-form-urlencoded', true],
    ['application/x-www-form-urlencoded;charset=UTF-8', true],
    ['multipart/form-data; boundary=x', true],
    ['application/x-www-form-urlencoded; charset=utf-16', false],
    ['application/x-www-form-urlencodedx', false],
    ['application/json', false],
    ['text/plain', false],
    ['', false],
    [undefined, false],
  ])('%j is %j', (type, form) => expect(isFormType(type)).toBe(form));
});
