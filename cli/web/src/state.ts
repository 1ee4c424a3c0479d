// SPDX-License-Identifier: Apache-2.0
/** What the reader has chosen to see. The map and the legend read it; both are told when it changes. */
import type { Info, Level, Thematic, View } from './api';

export interface DivisionKey { level: number; code: string }

/** Layers of sites beside the facilities for the dead, in the order of the legend. */
export const siteLayers = ['graves', 'shelters', 'depots'] as const;
export type SiteLayer = (typeof siteLayers)[number];

export const state = {
  levels: [] as Level[],
  info: undefined as Info | undefined,
  /** Ways to see disputed ground; none where nothing is claimed. */
  views: [] as View[],
  viewpoint: '',
  tints: {} as Record<string, Record<string, number>>,
  /** What colours divisions instead of tints that only tell neighbours apart. */
  theme: undefined as Thematic | undefined,
  hiddenLevels: new Set<number>(),
  names: true,
  hazards: true,
  facilities: true,
  monuments: true,
  sites: { graves: true, shelters: true, depots: true } as Record<SiteLayer, boolean>,
  hovered: undefined as DivisionKey | undefined,
  selected: undefined as DivisionKey | undefined,
  /** Levels whose lines the tiles hold, by zoom: at low zooms small divisions have areas but no lines. */
  lineLevels: new Map<number, Set<number>>(),
  /** Names that divisions carry on the map: a place of the same name keeps its dot only. */
  divisionNames: new Set<string>(),
};

/** 0 for the highest level. A boundary level without a division of its own counts as the next lower one. */
export function rankOf(level: number): number {
  const rank = state.levels.findIndex((known) => known.level >= level);
  return rank < 0 ? Math.max(0, state.levels.length - 1) : rank;
}

export const same = (a?: DivisionKey, b?: DivisionKey): boolean => a?.code === b?.code && a?.level === b?.level;
