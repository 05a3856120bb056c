import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Box, boxesAround, haversineKm, type LatLng, normaliseLng, normalisePoint } from '~/lib/geo';

const chicago = { lat: 41.85, lng: -87.65 };
const lismore = { lat: -28.81, lng: 153.28 };
const holds = (boxes: Box[], { lat, lng }: LatLng) =>
  boxes.some((box) => lat >= box.south && lat <= box.north && lng >= box.west && lng <= box.east);

describe('haversineKm', () => {
  test.each([
    ['a point and itself', chicago, chicago, 0],
    ['Chicago and Springfield, Illinois', chicago, { lat: 39.802, lng: -89.644 }, 285],
    ['Chicago and Lismore', chicago, lismore, 14_520],
    ['two sides of the antimeridian', { lat: 0, lng: 179.5 }, { lat: 0, lng: -179.5 }, 111],
    ['the poles', { lat: 90, lng: 0 }, { lat: -90, lng: 77 }, 20_015],
  ])('%s', (_name, a, b, km) => {
    expect(Math.abs(haversineKm(a, b) - km)).toBeLessThan(Math.max(1, km / 100));
  });
});

test.each([
  [0, 0],
  [180, -180],
  [-180, -180],
  [190, -170],
  [-190, 170],
  [540, -180],
])('longitude %d is %d', (lng, normal) => {
  expect(normaliseLng(lng)).toBe(normal);
});

test.each([
  [91, 0],
  [Number.NaN, 0],
  [0, Number.POSITIVE_INFINITY],
])('(%d, %d) is no point', (lat, lng) => {
  expect(normalisePoint(lat, lng)).toBeNull();
});

test('a point has its longitude wrapped', () => {
  expect(normalisePoint(-90, 200)).toEqual({ lat: -90, lng: -160 });
});

describe('boxesAround', () => {
  test.each([
    ['inland', chicago, 100, 1],
    ['at the antimeridian, from the east', { lat: -17, lng: -179.9 }, 100, 2],
    ['at the antimeridian, from the west', { lat: -17, lng: 179.9 }, 100, 2],
    ['over the north pole', { lat: 89.5, lng: 10 }, 100, 1],
    ['over the south pole', { lat: -89.9, lng: 10 }, 50, 1],
    ['all the world', chicago, 30_000, 1],
    ['nothing around a point', chicago, 0, 1],
  ])('%s', (_name, centre, km, count) => {
    const boxes = boxesAround(centre, km);
    expect(boxes).toHaveLength(count);
    for (const box of boxes) {
      expect(box.west).toBeLessThanOrEqual(box.east);
      expect(box.west).toBeGreaterThanOrEqual(-180);
      expect(box.east).toBeLessThanOrEqual(180);
    }
  });

  test('hold every point within the distance', () => {
    const lat = fc.double({ min: -90, max: 90, noNaN: true });
    const lng = fc.double({ min: -180, max: 179.999, noNaN: true });
    fc.assert(
      fc.property(lat, lng, lat, lng, fc.double({ min: 1, max: 20_000, noNaN: true }), (aLat, aLng, bLat, bLng, km) => {
        const [centre, other] = [
          { lat: aLat, lng: aLng },
          { lat: bLat, lng: bLng },
        ];
        fc.pre(haversineKm(centre, other) < km * 0.999);
        expect(holds(boxesAround(centre, km), other)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
