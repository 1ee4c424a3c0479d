// SPDX-License-Identifier: Apache-2.0
/** Layers and legend in one: each switch stands beside the sign it switches. */
import type { Kind } from './api';
import { byId, h, narrow } from './dom';
import { rankOf, siteLayers, state, type SiteLayer } from './state';
import { claimWidth, contestedPattern, mix, partyColour, patternOf } from './styles';
import { facilitySign, hazardOpacity, siteBadge, swatch } from './symbols';
import { hazardColour, onTheme, theme } from './theme';
import { kindWord, language, numberWord, onLanguage, stoneWord, t } from './words';

/** A claim as the map draws it; party 0: the line on the ground, which is undetermined. */
export function claimSample(party: number): HTMLCanvasElement {
  const sample = swatch('transparent', 'transparent');
  const pen = sample.getContext('2d')!;
  pen.strokeStyle = party > 0 ? partyColour(party) : theme().ink;
  pen.lineWidth = claimWidth * devicePixelRatio;
  if (party === 0) pen.setLineDash([7 * devicePixelRatio, 5 * devicePixelRatio]);
  pen.beginPath();
  pen.moveTo(0, sample.height / 2);
  pen.lineTo(sample.width, sample.height / 2);
  pen.stroke();
  return sample;
}

function disputeKey(): HTMLElement {
  const parties = Math.min(4, Math.max(2, ...state.views.filter((view) => view.kind === 'claimed-by').map((_, i) => i + 1)));
  const line = (sign: Node, text: string): HTMLElement =>
    h('div', { class: 'row small' }, h('span', { class: 'sign' }, sign), h('span', { class: 'grow' }, text));
  return h('div', { class: 'key' },
           ...Array.from({ length: parties }, (_, i) => line(claimSample(i + 1), t('claim_line', { n: i + 1 }))),
           line(claimSample(0), t('undetermined_line')),
           line(swatch(contestedPattern(), mix(theme().contested, 0.6)), t('contested')),
           line(swatch(contestedPattern(false), mix(theme().contested, 0.3)), t('unclaimed')));
}

function lineSample(rank: number): HTMLCanvasElement {
  const sample = swatch('transparent', 'transparent');
  const pen = sample.getContext('2d')!;
  const ratio = devicePixelRatio;
  const middle = sample.height / 2;
  const stroke = (colour: string, width: number): void => {
    pen.strokeStyle = colour;
    pen.lineWidth = width * ratio;
    pen.beginPath();
    pen.moveTo(0, middle);
    pen.lineTo(sample.width, middle);
    pen.stroke();
  };
  if (rank === 0 && state.levels.length > 1) stroke(mix(theme().accent, 0.2), 9);
  const fine = rank / Math.max(1, state.levels.length - 1);
  stroke(mix(theme().ink, 0.9 - 0.35 * fine), [2.4, 1.6, 1.1, 0.8, 0.6][rank] ?? 0.6);
  return sample;
}

function row(sign: Node | null, label: string, note: string, checked: boolean, name: string, flip: (on: boolean) => void): HTMLElement {
  const box = h('input', { type: 'checkbox', checked, 'data-toggle': name, change: () => flip(box.checked) });
  return h('label', { class: 'row' }, box, h('span', { class: 'sign' }, sign ?? ''), h('span', { class: 'grow' }, label),
           h('span', { class: 'note' }, note));
}

function hazardKey(): HTMLElement | null {
  const kinds = [...new Set(state.info?.hazards.map((hazard) => hazard.kind))].sort();
  if (kinds.length === 0) return null;
  const list = h('div', { class: 'key' });
  for (const kind of kinds) {
    const ramp = h('span', { class: 'ramp' });
    for (const severity of [1, 2, 3, 4]) ramp.append(swatch(patternOf(kind, severity), hazardColour(kind), 24, 16, hazardOpacity));
    list.append(h('div', { class: 'row small' }, h('span', { class: 'grow' }, kindWord(kind)), ramp));
  }
  list.append(h('div', { class: 'row small faint' }, h('span', { class: 'grow' }, t('severity')),
                h('span', { class: 'ends' }, h('span', {}, t('low')), h('span', {}, t('high')))));
  return list;
}

function facilityKey(): HTMLElement | null {
  const kinds = state.info?.facilities ?? [];
  if (kinds.length === 0) return null;
  const list = h('div', { class: 'key' });
  for (const { kind, count } of kinds)
    list.append(h('div', { class: 'row small' }, h('span', { class: 'sign' }, signOf(kind)),
                  h('span', { class: 'grow' }, kind ? kindWord(kind, true) : t('other_kinds')), h('span', { class: 'note' }, numberWord(count))));
  return list;
}

/** Stones that need somebody: damaged, displaced, missing. */
function monumentKey(): HTMLElement | null {
  const trouble = state.info?.monuments.filter(({ kind }) => ['damaged', 'displaced', 'missing'].includes(kind)) ?? [];
  if (trouble.length === 0) return null;
  const list = h('div', { class: 'key' });
  for (const { kind, count } of trouble)
    list.append(h('div', { class: 'row small' }, h('span', { class: 'sign' }, stoneSign(true)),
                  h('span', { class: 'grow' }, stoneWord(kind)), h('span', { class: 'note' }, numberWord(count))));
  return list;
}

export function siteSign(layer: SiteLayer): HTMLCanvasElement {
  const sign = siteBadge(layer, theme().sites[layer], theme().paper);
  sign.classList.add('dot');
  return sign;
}

/** One kind needs no list. */
function siteKey(kinds: Kind[]): HTMLElement | null {
  if (kinds.length < 2) return null;
  return h('div', { class: 'key' }, ...kinds.map(({ kind, count }) =>
    h('div', { class: 'row small' }, h('span', { class: 'sign' }), h('span', { class: 'grow' }, kind ? kindWord(kind, true) : t('other_kinds')), h('span', { class: 'note' }, numberWord(count)))));
}

export function stoneSign(trouble: boolean): HTMLElement {
  return h('i', { class: trouble ? 'stone trouble' : 'stone', 'aria-hidden': 'true' });
}

export function signOf(kind: string): HTMLCanvasElement {
  const sign = facilitySign(kind, theme().facility, theme().paper);
  sign.classList.add('dot');
  return sign;
}

/** Several kinds have the name of their level where the law has one, else that of the most of them. */
function levelWord(level: number, count: number, kind?: string, words?: { en: string; zh: string }): string {
  if (words) return language() === 'zh' ? words.zh : words.en.charAt(0).toUpperCase() + words.en.slice(1);
  return kind ? kindWord(kind, count > 1) : t('level', { n: level });
}

/** `changed` is called when a switch was turned. */
export function openLegend(changed: () => void): void {
  const title = byId<HTMLButtonElement>('legend-title');
  const body = byId('legend-body');
  const fold = (open: boolean): void => {
    title.setAttribute('aria-expanded', String(open));
    body.hidden = !open;
  };
  title.addEventListener('click', () => fold(title.getAttribute('aria-expanded') !== 'true'));
  fold(!narrow());

  const draw = (): void => {
    title.textContent = t('legend');
    const groups: (HTMLElement | null)[] = [h('h2', {}, t('levels'))];
    for (const { level, count, kinds, words } of state.levels) {
      const kind = kinds[0]?.kind;
      groups.push(row(lineSample(rankOf(level)), levelWord(level, count, kind, kinds.length > 1 ? words : undefined), numberWord(count),
                      !state.hiddenLevels.has(level), `level-${level}`, (on) => {
                        if (on) state.hiddenLevels.delete(level);
                        else state.hiddenLevels.add(level);
                        changed();
                      }));
    }
    if (state.info?.disputed)
      groups.push(h('hr'), h('h2', {}, t('disputes')), disputeKey(), h('hr'));
    groups.push(row(h('i', { class: 'letters', 'aria-hidden': 'true' }, 'Aa'), t('names'), '', state.names, 'names', (on) => {
      state.names = on;
      changed();
    }));
    if (state.info?.hazards.length) {
      groups.push(h('hr'), row(null, t('hazards'), numberWord(state.info.hazards.reduce((sum, kind) => sum + kind.count, 0)),
                               state.hazards, 'hazards', (on) => {
                                 state.hazards = on;
                                 changed();
                               }), hazardKey());
    }
    if (state.info?.facilities.length) {
      groups.push(h('hr'), row(null, t('facilities'), numberWord(state.info.facilities.reduce((sum, kind) => sum + kind.count, 0)),
                               state.facilities, 'facilities', (on) => {
                                 state.facilities = on;
                                 changed();
                               }), facilityKey());
    }
    for (const layer of siteLayers) {
      const kinds = state.info?.[layer] ?? [];
      if (kinds.length === 0) continue;
      const total = kinds.reduce((sum, kind) => sum + kind.count, 0);
      groups.push(h('hr'), row(siteSign(layer), t(layer), numberWord(total), state.sites[layer], layer, (on) => {
        state.sites[layer] = on;
        changed();
      }), siteKey(kinds));
    }
    if (state.info?.monuments.length) {
      const total = state.info.monuments.reduce((sum, kind) => sum + kind.count, 0);
      groups.push(h('hr'), row(stoneSign(false), t('monuments'), numberWord(total), state.monuments, 'monuments', (on) => {
        state.monuments = on;
        changed();
      }), monumentKey());
    }
    body.replaceChildren(...groups.filter((group) => group !== null));
  };
  onLanguage(draw);
  onTheme(draw);
}
