// SPDX-License-Identifier: Apache-2.0
/** The colours of the map, read from the style sheet so that page and map agree in light and dark. */

import type { SiteLayer } from './state';

export interface Theme {
  paper: string; ink: string; faint: string; accent: string; danger: string; halo: string; place: string; facility: string;
  sites: Record<SiteLayer, string>;
  tints: string[];
  /** Lines of parties: as far from the paper as each other. */
  parties: string[];
  contested: string;
  hazards: Record<string, string>;
  otherHazard: string;
}

let current: Theme | undefined;

export function theme(): Theme {
  if (current) return current;
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  current = {
    paper: colour('paper'), ink: colour('ink'), faint: colour('faint'), accent: colour('accent'),
    danger: colour('danger'), halo: colour('halo'), place: colour('place'), facility: colour('facility'),
    sites: { graves: colour('grave'), shelters: colour('shelter'), depots: colour('depot') },
    parties: [1, 2, 3, 4].map((i) => colour(`party-${i}`)), contested: colour('contested'),
    tints: [0, 1, 2, 3, 4, 5].map((i) => colour(`tint-${i}`)),
    hazards: { flood: colour('flood'), landslide: colour('landslide'), wildfire: colour('wildfire'),
               earthquake: colour('earthquake'), subsidence: colour('landslide'), storm: colour('earthquake') },
    otherHazard: colour('otherhazard'),
  };
  return current;
}

export const hazardColour = (kind: string): string => theme().hazards[kind] ?? theme().otherHazard;

export function onTheme(listener: () => void): void {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    current = undefined;
    listener();
  });
}
