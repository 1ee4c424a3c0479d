// SPDX-License-Identifier: Apache-2.0
/** The address keeps what is shown: #zoom/lat/lon, /level:code when a division is open, /~viewpoint when one was chosen. */
import type { DivisionKey } from './state';

export interface Address { zoom: number; lat: number; lon: number; division?: DivisionKey | undefined; viewpoint?: string | undefined }

export function readAddress(hash: string): Address | undefined {
  const [zoom, lat, lon, ...rest] = hash.replace(/^#/, '').split('/');
  const division = rest.find((part) => !part.startsWith('~'));
  let viewpoint = rest.find((part) => part.startsWith('~'))?.slice(1);
  const [z, y, x] = [zoom, lat, lon].map((part) => (part ? Number(part) : NaN)) as [number, number, number];
  if (!(z >= 0 && z <= 24 && Math.abs(y) <= 85.1 && Math.abs(x) <= 180)) return undefined;
  const named = /^(\d{1,2}):(.+)$/.exec(division ?? '');
  let key: DivisionKey | undefined;
  try {
    if (viewpoint) viewpoint = decodeURIComponent(viewpoint);
    if (named) key = { level: Number(named[1]), code: decodeURIComponent(named[2]!) };
  } catch { /* a broken escape names nothing */ }
  return { zoom: z, lat: y, lon: x, division: key, viewpoint };
}

export function writeAddress({ zoom, lat, lon, division, viewpoint }: Address): void {
  const digits = Math.max(2, Math.ceil(zoom / 3));
  const key = division ? `/${division.level}:${encodeURIComponent(division.code)}` : '';
  const view = viewpoint ? `/~${encodeURIComponent(viewpoint)}` : '';
  history.replaceState(null, '', `#${zoom.toFixed(2)}/${lat.toFixed(digits)}/${lon.toFixed(digits)}${key}${view}`);
}
