import { describe, expect, it } from 'vitest';
import { afterQuiet, isTimeZone, lastSlot, weekOf } from '~/features/notices/local-time';

describe('lastSlot', () => {
  it.each([
    ['on the day, after the hour', '2026-11-24T10:00:00Z', 'UTC', '2026-11-24T09:00:00.000Z', '2026-W48'],
    ['on the day, before the hour', '2026-11-24T08:59:00Z', 'UTC', '2026-11-17T09:00:00.000Z', '2026-W47'],
    ['days later', '2026-11-30T08:00:00Z', 'UTC', '2026-11-24T09:00:00.000Z', '2026-W48'],
    [
      'where the day has begun already',
      '2026-11-23T21:00:00Z',
      'Pacific/Auckland',
      '2026-11-23T20:00:00.000Z',
      '2026-W48',
    ],
    ['where it is half past', '2026-11-24T12:00:00Z', 'Asia/Kolkata', '2026-11-24T03:30:00.000Z', '2026-W48'],
    [
      'just after the clocks went back',
      '2026-10-27T12:00:00Z',
      'Europe/Madrid',
      '2026-10-27T08:00:00.000Z',
      '2026-W44',
    ],
    ['just before that', '2026-10-24T12:00:00Z', 'Europe/Madrid', '2026-10-20T07:00:00.000Z', '2026-W43'],
  ])('%s', (_, now, zone, at, week) => {
    const slot = lastSlot(new Date(now), zone, 2, 9);
    expect([slot.at.toISOString(), slot.week]).toEqual([at, week]);
  });
});

describe('weekOf', () => {
  it.each([
    ['2026-01-01', '2026-W01'],
    ['2027-01-03', '2026-W53'],
    ['2024-12-30', '2025-W01'],
  ])('%s is in %s', (day, week) => expect(weekOf(Date.parse(day))).toBe(week));
});

describe('afterQuiet', () => {
  it.each([
    ['late in the evening', '2026-11-24T22:30:00Z', 'UTC', 22, 8, '2026-11-25T08:00:00.000Z'],
    ['early in the morning', '2026-11-25T03:00:00Z', 'UTC', 22, 8, '2026-11-25T08:00:00.000Z'],
    ['by day', '2026-11-25T08:00:00Z', 'UTC', 22, 8, '2026-11-25T08:00:00.000Z'],
    ['elsewhere', '2026-11-25T08:00:00Z', 'America/Los_Angeles', 22, 8, '2026-11-25T16:00:00.000Z'],
    ['at noon, for whoever sleeps then', '2026-11-25T13:00:00Z', 'UTC', 12, 15, '2026-11-25T15:00:00.000Z'],
    ['without quiet hours', '2026-11-25T03:00:00Z', 'UTC', 8, 8, '2026-11-25T03:00:00.000Z'],
    ['in the night that is an hour longer', '2026-10-24T21:00:00Z', 'Europe/Madrid', 22, 8, '2026-10-25T07:00:00.000Z'],
  ])('%s', (_, at, zone, quietFrom, quietTo, then) =>
    expect(afterQuiet(new Date(at), zone, { quietFrom, quietTo }).toISOString()).toBe(then),
  );
});

it.each([
  ['Europe/Madrid', true],
  ['UTC', true],
  ['Nowhere/Town', false],
  ['', false],
])('isTimeZone(%j) is %j', (name, known) => expect(isTimeZone(name)).toBe(known));
