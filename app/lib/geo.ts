export interface LatLng {
  lat: number;
  lng: number;
}

/** Degrees; west <= east always, since a box never crosses the antimeridian. */
export interface Box {
  south: number;
  west: number;
  north: number;
  east: number;
}

const EARTH_RADIUS_KM = 6371.0088;
const radians = (degrees: number) => (degrees * Math.PI) / 180;
const degrees = (angle: number) => (angle * 180) / Math.PI;

/** Longitude within -180 (included) and 180 (excluded). */
export function normaliseLng(lng: number): number {
  if (lng >= -180 && lng < 180) return lng;
  return ((((lng + 180) % 360) + 360) % 360) - 180;
}

/** A point on the globe with its longitude wrapped; null if a number is missing or the latitude is past a pole. */
export function normalisePoint(lat: number, lng: number): LatLng | null {
  if (!Number.isFinite(lat) || !Number.isFinite(lng) || Math.abs(lat) > 90) return null;
  return { lat, lng: normaliseLng(lng) };
}

/** Great-circle distance in kilometres. */
export function haversineKm(a: LatLng, b: LatLng): number {
  const half =
    Math.sin(radians(b.lat - a.lat) / 2) ** 2 +
    Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(b.lng - a.lng) / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(half)));
}

/**
 * The boxes that hold every point within `km` of a centre: one, or two where the circle crosses the antimeridian.
 * Points in the corners are farther away: filter them by `haversineKm`.
 */
export function boxesAround(centre: LatLng, km: number): Box[] {
  const angle = Math.max(0, km) / EARTH_RADIUS_KM;
  const reach = degrees(angle);
  const south = Math.max(-90, centre.lat - reach);
  const north = Math.min(90, centre.lat + reach);
  const overPole = centre.lat - reach <= -90 || centre.lat + reach >= 90;
  if (overPole) return [{ south, west: -180, north, east: 180 }];
  const width = degrees(Math.asin(Math.min(1, Math.sin(angle) / Math.cos(radians(centre.lat)))));
  const lng = normaliseLng(centre.lng);
  const [west, east] = [lng - width, lng + width];
  if (west < -180) {
    return [
      { south, west: west + 360, north, east: 180 },
      { south, west: -180, north, east },
    ];
  }
  if (east > 180) {
    return [
      { south, west, north, east: 180 },
      { south, west: -180, north, east: east - 360 },
    ];
  }
  return [{ south, west, north, east }];
}
