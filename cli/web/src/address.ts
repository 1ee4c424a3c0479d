// SPDX-License-Identifier: Apache-2.0
/** The address keeps what is shown: #zoom/lat/lon, and /level:code when a division is open. */
import type { DivisionKey } from './state';

export interface Address { zoom: number; lat: number; lon: number; division?: DivisionKey | undefined }

export function readAddress(hash: string): Address | undefined {
  const [zoom, lat, lon, division] = hash.replace(/^#/, '').split('/');
  const [z, y, x] = [zoom, lat, lon].map((part) => (part ? Number(part) : NaN)) as [number, number, number];
  if (!(z >= 0 && z <= 24 && Math.abs(y) <= 85.1 && Math.abs(x) <= 180)) return undefined;
  const named = /^(\d{1,2}):(.+)$/.exec(division ?? '');
  let key: DivisionKey | undefined;
  try {
    if (named) key = { level: Number(named[1]), code: decodeURIComponent(named[2]!) };
  } catch { /* a broken escape names nothing */ }
  return { zoom: z, lat: y, lon: x, division: key };
}

export function writeAddress({ zoom, lat, lon, division }: Address): void {
  const digits = Math.max(2, Math.ceil(zoom / 3));
  const key = division ? `/${division.level}:${encodeURIComponent(division.code)}` : '';
  history.replaceState(null, '', `#${zoom.toFixed(2)}/${lat.toFixed(digits)}/${lon.toFixed(digits)}${key}`);
}
