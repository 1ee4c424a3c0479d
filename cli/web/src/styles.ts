// SPDX-License-Identifier: Apache-2.0
/** How each feature of the tiles is drawn. Styles are made once per look and kept: a tile has thousands of features. */
import type { FeatureLike } from 'ol/Feature';
import { Circle, Fill, Icon, RegularShape, Stroke, Style, Text } from 'ol/style';

import { rankOf, same, siteLayers, state, type DivisionKey, type SiteLayer } from './state';
import { facilitySign, hazardPattern, signScale, siteBadge, stripes } from './symbols';
import { hazardColour, theme } from './theme';

const fonts = '"Inter","Noto Sans","Segoe UI",system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif';
const serif = '"Source Serif 4","Noto Serif","Iowan Old Style",Georgia,"Songti SC","Noto Serif CJK SC",serif';

const kept = new Map<string, Style>();
const patterns = new Map<string, CanvasPattern | string>();

/** Colours or data have changed: make all looks anew. */
export function forgetStyles(): void {
  kept.clear();
  patterns.clear();
}

function once(key: string, make: () => Style): Style {
  let style = kept.get(key);
  if (!style) kept.set(key, (style = make()));
  return style;
}

const text = (feature: FeatureLike, name: string): string => String(feature.get(name) ?? '');
const number = (feature: FeatureLike, name: string): number => Number(feature.get(name) ?? 0);
const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/** The map stretches the ground by this, at the latitude where it was opened. */
let stretch = 1;
export function setLatitude(latitude: number): void {
  stretch = 1 / Math.cos((latitude * Math.PI) / 180);
}

/** How wide the middling division of the level is on the screen, in pixels. */
export function pixelsOf(rank: number, resolution: number): number {
  const median = state.levels[rank]?.median_km2;
  return median ? (Math.sqrt(median) * 1000 * stretch) / resolution : 100;
}

export const keyOf = (feature: FeatureLike): DivisionKey => ({ level: number(feature, 'level'), code: text(feature, 'code') });

function tintOf(level: number, code: string): string {
  const known = state.tints[level]?.[code];
  let tint = known ?? 0;
  if (known === undefined) for (const c of code) tint = (tint * 31 + c.charCodeAt(0)) % 9973;
  const { tints } = theme();
  return tints[tint % tints.length]!;
}

export function divisionStyle(feature: FeatureLike, resolution: number): Style | undefined {
  const type = feature.getGeometry()?.getType();
  const level = number(feature, 'level');
  if (type === 'Point' || type === 'MultiPoint' || state.hiddenLevels.has(level)) return;
  if (rankOf(level) > 0 && pixelsOf(rankOf(level), resolution) < 12) return;
  if (feature.get('disputed'))
    return once(`disputed ${level}`, () => new Style({ zIndex: level, fill: new Fill({ color: contestedPattern() }) }));
  if (state.theme) return themeStyle(level, text(feature, 'code'));
  const tint = tintOf(level, text(feature, 'code'));
  return once(`fill ${level} ${tint}`, () => new Style({ zIndex: level, fill: new Fill({ color: tint }) }));
}

function themeStyle(level: number, code: string): Style | undefined {
  const shown = state.theme;
  if (shown?.level !== level) return;
  const colour = shown.classes[(shown.values[code]?.class ?? 0) - 1]?.colour ?? shown.no_data;
  return once(`theme ${colour}`, () => new Style({ zIndex: level, fill: new Fill({ color: mix(colour, 0.85) }) }));
}

/** The same for all that claim it, and in no party's colour. */
export function contestedPattern(claimed = true): CanvasPattern | string {
  return stripes(theme().paper, mix(theme().contested, claimed ? 0.55 : 0.2));
}

/** Contested ground, paler where no party claims it, at every zoom, whatever levels are switched on. */
export function contestedStyle(feature: FeatureLike): Style {
  const type = feature.getGeometry()?.getType();
  if (type === 'Point' || type === 'MultiPoint')
    return once('contested speck', () => new Style({
      zIndex: 60, image: new Circle({ radius: 4, fill: new Fill({ color: contestedPattern() }), stroke: new Stroke({ color: theme().contested, width: 1 }) }),
    }));
  const claimed = feature.get('claimed_by') !== undefined;
  return once(claimed ? 'contested' : 'unclaimed', () => new Style({ zIndex: 60, fill: new Fill({ color: contestedPattern(claimed) }) }));
}

export const partyColour = (party: number): string => theme().parties[(party - 1) % theme().parties.length]!;
/** 0.3 mm at 96 pixels to the inch would be lost on a screen held at arm's length: twice that, for every party. */
export const claimWidth = 2.2;

/** What a party says of a line: solid, all of one weight. What is undetermined, the line on the ground included: dashed. */
function claimStyle(feature: FeatureLike): Style {
  const party = number(feature, 'party');
  if (party > 0)
    return once(`claim ${party}`, () => new Style({
      zIndex: 260, stroke: new Stroke({ color: partyColour(party), width: claimWidth, lineJoin: 'round' }),
    }));
  return once('undetermined', () => new Style({
    zIndex: 259, stroke: new Stroke({ color: theme().ink, width: claimWidth, lineDash: [7, 5], lineCap: 'butt', lineJoin: 'round' }),
  }));
}

export function patternOf(kind: string, severity: number): CanvasPattern | string {
  const key = `${kind} ${severity}`;
  let pattern = patterns.get(key);
  if (!pattern) patterns.set(key, (pattern = hazardPattern(kind, severity, hazardColour(kind), theme().paper)));
  return pattern;
}

export function hazardStyle(feature: FeatureLike): Style | undefined {
  if (!state.hazards) return;
  const kind = text(feature, 'kind');
  const severity = number(feature, 'severity');
  return once(`hazard ${kind} ${severity}`, () => new Style({
    zIndex: severity,
    fill: new Fill({ color: patternOf(kind, severity) }),
    stroke: new Stroke({ color: hazardColour(kind), width: 0.8 }),
  }));
}

const widths = [2.4, 1.5, 0.9, 0.7, 0.5];

/** Lines fade in as their divisions grow on the screen; in steps, so that few styles are needed. */
const strengthOf = (rank: number, resolution: number): number =>
  rank === 0 ? 1 : Math.round(clamp((pixelsOf(rank, resolution) - 4) / 20) * 8) / 8;
const darkness = (rank: number): number => 0.9 - 0.35 * (rank / Math.max(1, state.levels.length - 1));

export function boundaryStyle(feature: FeatureLike, resolution: number): Style[] | Style | undefined {
  const level = number(feature, 'admin_level');
  const rank = rankOf(level);
  if (state.hiddenLevels.has(state.levels[rank]?.level ?? level)) return;
  if (feature.get('disputed')) return claimStyle(feature);
  const strength = strengthOf(rank, resolution);
  if (strength === 0) return;
  const width = (widths[Math.min(rank, widths.length - 1)] ?? 0.5) * (resolution < 40 ? 1.3 : 1);
  const line = once(`line ${rank} ${strength} ${width}`, () => new Style({
    zIndex: 200 - rank,
    stroke: new Stroke({ color: mix(theme().ink, darkness(rank) * strength), width, lineCap: 'round', lineJoin: 'round' }),
  }));
  if (rank > 0 || state.levels.length < 2) return line;
  const band = once(`band ${rank}`, () => new Style({
    zIndex: 190, stroke: new Stroke({ color: mix(theme().accent, 0.16), width: width + 7, lineJoin: 'round' }),
  }));
  return [band, line];
}

let tileZoom: (resolution: number) => number = () => 0;
export function setTileZoom(of: (resolution: number) => number): void {
  tileZoom = of;
}

/** The outline of an area whose lines the tiles leave out. Both neighbours draw it: together as dark as a line. */
export function outlineStyle(feature: FeatureLike, resolution: number): Style | undefined {
  const level = number(feature, 'level');
  const rank = rankOf(level);
  const type = feature.getGeometry()?.getType();
  if (rank === 0 || type === 'Point' || type === 'MultiPoint' || state.hiddenLevels.has(level)) return;
  if (state.lineLevels.get(tileZoom(resolution))?.has(level)) return;
  const strength = strengthOf(rank, resolution);
  if (strength === 0) return;
  return once(`outline ${rank} ${strength}`, () => new Style({
    zIndex: 100 - rank,
    stroke: new Stroke({ color: mix(theme().ink, 1 - Math.sqrt(1 - darkness(rank) * strength)), width: widths[Math.min(rank, widths.length - 1)] ?? 0.5, lineJoin: 'round' }),
  }));
}

export function mix(hex: string, alpha: number): string {
  return hex + Math.round(clamp(alpha) * 255).toString(16).padStart(2, '0');
}

export function highlightStyle(feature: FeatureLike): Style | undefined {
  if (feature.get('layer') !== 'divisions') return;
  const key = keyOf(feature);
  if (same(key, state.selected))
    return once('selected', () => new Style({
      zIndex: 2, fill: new Fill({ color: mix(theme().accent, 0.13) }),
      stroke: new Stroke({ color: theme().accent, width: 2.6, lineJoin: 'round' }),
    }));
  if (same(key, state.hovered))
    return once('hovered', () => new Style({
      zIndex: 1, fill: new Fill({ color: mix(theme().ink, 0.06) }),
      stroke: new Stroke({ color: mix(theme().ink, 0.75), width: 1.6, lineJoin: 'round' }),
    }));
  return undefined;
}

/** Latin capitals want air between them; other scripts do not. */
const spaced = (name: string): string =>
  /^[\p{Script=Latin}\p{P}\s]+$/u.test(name) ? [...name.toLocaleUpperCase()].join('\u200a') : name;

function labelStyle(feature: FeatureLike, resolution: number): Style | undefined {
  const level = number(feature, 'level');
  if (!state.names || state.hiddenLevels.has(level)) return;
  const rank = rankOf(level);
  const pixels = pixelsOf(rank, resolution);
  const finest = rank === state.levels.length - 1;
  if (pixels < 24 || (!finest && (pixels > 900 || pixelsOf(rank + 1, resolution) > 110))) return;
  const name = text(feature, 'name');
  const fine = state.levels.length < 2 ? 1 : rank / (state.levels.length - 1);
  const size = Math.round(finest ? Math.min(14, 11 + pixels / 120) : 17 - 4 * fine);
  return once(`label ${rank} ${size} ${name}`, () => new Style({
    zIndex: 900 - rank,
    text: new Text({
      text: finest ? name : spaced(name),
      font: finest ? `500 ${size}px ${fonts}` : `600 ${size}px ${serif}`,
      fill: new Fill({ color: finest ? theme().ink : mix(theme().ink, 0.82) }),
      stroke: new Stroke({ color: theme().halo, width: 3 }),
      overflow: true, padding: [3, 4, 3, 4],
    }),
  }));
}

function placeStyle(feature: FeatureLike, resolution: number): Style | undefined {
  if (!state.names || resolution > 90) return;
  const name = text(feature, 'name');
  const dot = new Circle({ radius: resolution > 40 ? 1.8 : 2.4, fill: new Fill({ color: theme().paper }),
                           stroke: new Stroke({ color: theme().place, width: 1.3 }), declutterMode: 'none' });
  if (resolution > 60 || state.divisionNames.has(name))
    return once(`dot ${resolution > 40}`, () => new Style({ zIndex: 500, image: dot }));
  return once(`place ${resolution > 40} ${name}`, () => new Style({
    zIndex: 500, image: dot,
    text: new Text({
      text: name, font: `italic 400 11px ${fonts}`, offsetX: 6, textAlign: 'left', padding: [2, 3, 2, 3],
      fill: new Fill({ color: theme().place }), stroke: new Stroke({ color: theme().halo, width: 2.6 }),
    }),
  }));
}

function facilityStyle(feature: FeatureLike, resolution: number): Style | undefined {
  if (!state.facilities || resolution > 400) return;
  const kind = text(feature, 'kind');
  const { facility, paper } = theme();
  if (resolution > 110)
    return once('facility dot', () => new Style({
      zIndex: 600,
      image: new Circle({ radius: 2, fill: new Fill({ color: mix(facility, 0.85) }), declutterMode: 'none' }),
    }));
  const scale = resolution > 50 ? 0.62 : resolution > 20 ? 0.8 : 1;
  return once(`facility ${kind} ${scale}`, () => new Style({
    zIndex: 600,
    image: new Icon({ img: facilitySign(kind, facility, paper), scale: signScale * scale, declutterMode: 'obstacle' }),
  }));
}

/** Graves are many: dots until one stands at the place. */
function siteStyle(layer: SiteLayer, feature: FeatureLike, resolution: number): Style | undefined {
  if (!state.sites[layer] || resolution > (layer === 'graves' ? 60 : 400)) return;
  const { sites, paper } = theme();
  const excluded = ['excluded', 'protected', 'closed'].includes(text(feature, 'status'));
  const colour = excluded ? theme().faint : sites[layer];
  if (resolution > (layer === 'graves' ? 8 : 110))
    return once(`${layer} dot ${excluded}`, () => new Style({
      zIndex: 610, image: new Circle({ radius: layer === 'graves' ? 1.8 : 2.2, fill: new Fill({ color: mix(colour, 0.85) }), declutterMode: 'none' }),
    }));
  const scale = resolution > 50 ? 0.62 : resolution > 20 ? 0.8 : 1;
  return once(`${layer} ${scale} ${excluded}`, () => new Style({
    zIndex: 610, image: new Icon({ img: siteBadge(layer, colour, paper), scale: signScale * scale * (layer === 'graves' ? 0.7 : 1), declutterMode: 'obstacle' }),
  }));
}

function monumentStyle(feature: FeatureLike, resolution: number): Style | undefined {
  if (!state.monuments || resolution > 80) return;
  const trouble = ['damaged', 'displaced', 'missing'].includes(text(feature, 'status'));
  const { danger, ink, paper, halo } = theme();
  const colour = trouble ? danger : ink;
  const near = resolution <= 20;
  const number = near ? text(feature, 'number') : '';
  return once(`stone ${trouble} ${near} ${number}`, () => new Style({
    zIndex: trouble ? 720 : 700,
    image: new RegularShape({ points: 4, angle: Math.PI / 4, radius: near ? 5.5 : 4, declutterMode: 'none',
                              fill: new Fill({ color: trouble ? danger : paper }), stroke: new Stroke({ color: colour, width: 1.6 }) }),
    ...(near ? { text: new Text({
      text: number, font: `500 10.5px ${fonts}`, offsetX: 8, textAlign: 'left', padding: [1, 2, 1, 2],
      fill: new Fill({ color: colour }), stroke: new Stroke({ color: halo, width: 2.6 }),
    }) } : {}),
  }));
}

export function markStyle(feature: FeatureLike, resolution: number): Style | undefined {
  const site = siteLayers.find((layer) => layer === feature.get('layer'));
  if (site) return siteStyle(site, feature, resolution);
  switch (feature.get('layer')) {
    case 'labels': return labelStyle(feature, resolution);
    case 'places': return placeStyle(feature, resolution);
    case 'facilities': return facilityStyle(feature, resolution);
    case 'monuments': return monumentStyle(feature, resolution);
    default: return undefined;
  }
}
