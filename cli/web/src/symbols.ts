// SPDX-License-Identifier: Apache-2.0
/** Hatches and signs, drawn once each: the map and the legend show the same. */

import type { SiteLayer } from './state';

const density = Math.max(2, Math.ceil(devicePixelRatio));

function canvas(width: number, height: number): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const element = document.createElement('canvas');
  element.width = width;
  element.height = height;
  const pen = element.getContext('2d');
  if (!pen) throw new Error('no canvas');
  return [element, pen];
}

/** Ground that more than one party claims. */
export function stripes(ground: string, line: string): CanvasPattern | string {
  const step = Math.round(9 * devicePixelRatio);
  const [tile, pen] = canvas(step, step);
  pen.fillStyle = ground;
  pen.fillRect(0, 0, step, step);
  pen.strokeStyle = line;
  pen.lineWidth = 1.6 * devicePixelRatio;
  pen.beginPath();
  for (const shift of [-step, 0, step]) {
    pen.moveTo(shift, step);
    pen.lineTo(shift + step, 0);
  }
  pen.stroke();
  return pen.createPattern(tile, 'repeat') ?? ground;
}

type Hatch = 'waves' | 'up' | 'down' | 'dots';
const hatches: Record<string, Hatch> = { flood: 'waves', landslide: 'down', wildfire: 'dots' };
const spare: Hatch[] = ['up', 'down', 'waves', 'dots'];

/** How much of the ground shows through a hazard zone. Patterns themselves are opaque: where zones of a kind
 *  overlap, the most severe shows, and colours never add up to a severity that nobody gave. */
export const hazardOpacity = 0.62;

/** Severity 1 to 4 is told by how close the hatch is and by how strong the colour is. */
export function hazardPattern(kind: string, severity: number, colour: string, paper: string): CanvasPattern | string {
  const ratio = devicePixelRatio;
  const step = Math.round([14, 11, 9, 7][Math.min(Math.max(severity, 1), 4) - 1]! * ratio);
  const [tile, pen] = canvas(step, step);
  pen.fillStyle = paper;
  pen.fillRect(0, 0, step, step);
  pen.fillStyle = colour;
  pen.globalAlpha = 0.05 + 0.13 * severity;
  pen.fillRect(0, 0, step, step);
  pen.globalAlpha = Math.min(1, 0.65 + 0.1 * severity);
  pen.strokeStyle = colour;
  pen.lineWidth = (0.7 + 0.12 * severity) * ratio;
  const hatch = hatches[kind] ?? spare[[...kind].reduce((sum, c) => sum + c.charCodeAt(0), 0) % spare.length];
  pen.beginPath();
  if (hatch === 'waves') {
    const lift = step / 6;
    pen.moveTo(-step / 2, step / 2);
    for (let x = -step / 2; x < step * 1.5; x += step) {
      pen.bezierCurveTo(x + step / 4, step / 2 - lift, x + step / 4, step / 2 - lift, x + step / 2, step / 2);
      pen.bezierCurveTo(x + step * 0.75, step / 2 + lift, x + step * 0.75, step / 2 + lift, x + step, step / 2);
    }
    pen.stroke();
  } else if (hatch === 'dots') {
    for (const [x, y] of [[0.25, 0.25], [0.75, 0.75]] as const) {
      pen.moveTo(x * step, y * step);
      pen.arc(x * step, y * step, (0.8 + 0.15 * severity) * ratio, 0, 7);
    }
    pen.fill();
  } else {
    const sign = hatch === 'up' ? -1 : 1;
    for (const shift of [-1, 0, 1]) {
      pen.moveTo(-step + shift * step, sign > 0 ? -step : 2 * step);
      pen.lineTo(2 * step + shift * step, sign > 0 ? 2 * step : -step);
    }
    pen.stroke();
  }
  return pen.createPattern(tile, 'repeat') ?? colour;
}

function sign(pen: CanvasRenderingContext2D, kind: string): void {
  pen.beginPath();
  if (kind === 'columbarium') {  // niches
    for (const x of [-5, 0.7]) for (const y of [-5, 0.7]) pen.rect(x, y, 4.3, 4.3);
    pen.fill();
  } else if (kind === 'crematorium') {  // a flame
    pen.moveTo(0, -7);
    pen.bezierCurveTo(1, -3, 5, -1.5, 5, 2.5);
    pen.bezierCurveTo(5, 5.5, 2.5, 7, 0, 7);
    pen.bezierCurveTo(-2.5, 7, -5, 5.5, -5, 2.5);
    pen.bezierCurveTo(-5, 0, -2.2, -1, -2.2, -3);
    pen.bezierCurveTo(-1, -3, -0.3, -5, 0, -7);
    pen.fill();
  } else if (kind === 'welfare_plot') {  // a tree over a plot
    pen.arc(0, -2.5, 4, 0, 7);
    pen.rect(-0.8, 0, 1.6, 5);
    pen.rect(-5.5, 4.6, 11, 1.8);
    pen.fill();
  } else {  // a stone
    pen.moveTo(-3.8, 4.2);
    pen.lineTo(-3.8, -2);
    pen.arc(0, -2, 3.8, Math.PI, 0);
    pen.lineTo(3.8, 4.2);
    pen.rect(-5.8, 4.2, 11.6, 1.9);
    pen.fill();
  }
}

/** A roof for those who flee, a box for what is stored, a mound for a grave outside the cemeteries. */
function siteSign(pen: CanvasRenderingContext2D, layer: SiteLayer): void {
  pen.beginPath();
  if (layer === 'shelters') {
    pen.moveTo(-7, 0.5);
    pen.lineTo(0, -6.5);
    pen.lineTo(7, 0.5);
    pen.closePath();
    pen.rect(-4.6, 0.5, 9.2, 5.5);
  } else if (layer === 'depots') {
    pen.rect(-5.5, -2.6, 11, 8.2);
    pen.rect(-6.4, -5.8, 12.8, 2.2);
  } else {
    pen.arc(0, 4, 5.4, Math.PI, 0);
    pen.closePath();
    pen.rect(-1.1, -6.5, 2.2, 6);
  }
  pen.fill();
}

export function siteBadge(layer: SiteLayer, colour: string, paper: string): HTMLCanvasElement {
  return badge(colour, paper, (pen) => siteSign(pen, layer));
}

export function facilitySign(kind: string, colour: string, paper: string): HTMLCanvasElement {
  return badge(colour, paper, (pen) => sign(pen, kind));
}

function badge(colour: string, paper: string, draw: (pen: CanvasRenderingContext2D) => void): HTMLCanvasElement {
  const size = 24;
  const [element, pen] = canvas(size * density, size * density);
  pen.scale(density, density);
  pen.translate(size / 2, size / 2);
  for (const [radius, fill] of [[11, paper], [10, colour]] as const) {
    pen.beginPath();
    pen.arc(0, 0, radius, 0, 7);
    pen.fillStyle = fill;
    pen.fill();
  }
  pen.scale(0.82, 0.82);
  pen.fillStyle = paper;
  draw(pen);
  return element;
}
export const signScale = 1 / density;

/** A swatch for the legend, filled with a colour or a hatch. */
export function swatch(fill: CanvasPattern | string, edge: string, width = 28, height = 18, opacity = 1): HTMLCanvasElement {
  const [element, pen] = canvas(width * devicePixelRatio, height * devicePixelRatio);
  element.style.width = `${width}px`;
  element.style.height = `${height}px`;
  pen.globalAlpha = opacity;
  pen.fillStyle = fill;
  pen.fillRect(0, 0, element.width, element.height);
  pen.strokeStyle = edge;
  pen.lineWidth = devicePixelRatio;
  pen.strokeRect(0, 0, element.width, element.height);
  return element;
}
