// SPDX-License-Identifier: Apache-2.0
/** Ground for a new cemetery: a planner asks of a division, and the candidates show on the map with their rank. */
import { api, Refusal, type Candidate, type Division, type Suitable } from './api';
import { announce, byId, h } from './dom';
import type { Desk } from './map';
import { dayWord, numberWord, onLanguage, t } from './words';

const percent = (part: number, whole: number): string => numberWord(whole > 0 ? (100 * part) / whole : 0, 1);

export class SuitableGround {
  private readonly card = byId('suitable');
  private asking = new AbortController();
  private found: Suitable | undefined;
  private waiting = false;
  private refusal = '';

  private constructor(private readonly desk: Desk) {
    onLanguage(() => this.draw());
  }

  /** None where the service does not answer it: the map is then for everybody. */
  static async open(desk: Desk): Promise<SuitableGround | undefined> {
    return (await api.plans()).available ? new SuitableGround(desk) : undefined;
  }

  async find(division: Division): Promise<void> {
    this.asking.abort();
    this.asking = new AbortController();
    this.found = undefined;
    this.waiting = true;
    this.refusal = '';
    this.desk.candidates([]);
    this.draw();
    try {
      this.found = await api.suitable(division.code, this.asking.signal);
      this.desk.candidates(this.found.candidates);
      announce(`${t('suit')}: ${this.found.candidates.length}`);
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return;
      this.refusal = error instanceof Refusal ? error.message : t('failed');
      announce(this.refusal);
    }
    this.waiting = false;
    this.draw();
  }

  private clear(): void {
    this.asking.abort();
    this.found = undefined;
    this.waiting = false;
    this.refusal = '';
    this.desk.candidates([]);
    this.draw();
  }

  private row(one: Candidate): HTMLElement {
    const figures = [
      one.road_m === undefined ? '' : t('suit_road', { m: numberWord(one.road_m) }),
      one.village_m === undefined ? '' : t('suit_village', { m: numberWord(one.village_m) }),
      one.slope_percent === undefined ? '' : t('suit_slope', { n: numberWord(one.slope_percent) }),
    ].filter(Boolean).join(' · ');
    return h('tr', {},
      h('th', { scope: 'row' }, h('button', { type: 'button', class: 'link', click: () => this.desk.go(one.lon, one.lat) }, `${one.rank} ${one.division}`),
        h('small', { class: 'faint' }, figures)),
      h('td', {}, `${numberWord(one.area_m2 / 1e4, 1)} ha`));
  }

  private draw(): void {
    this.card.hidden = !this.waiting && !this.found && !this.refusal;
    this.card.setAttribute('aria-label', t('suit'));
    if (this.card.hidden) return;
    const found = this.found;
    this.card.replaceChildren(...[
      h('h2', {}, t('suit')),
      h('div', { class: 'tools' }, h('button', { id: 'suitable-clear', type: 'button', class: 'quiet', click: () => this.clear() }, t('clear'))),
      this.waiting ? h('p', { class: 'faint small' }, t('suit_asking')) : undefined,
      this.refusal ? h('p', { class: 'danger', role: 'alert' }, this.refusal) : undefined,
      found ? h('div', { id: 'suitable-result', class: 'figures' },
        h('table', {}, h('tbody', {}, ...found.candidates.map((one) => this.row(one)))),
        found.candidates.length === 0 ? h('p', {}, t('suit_none')) : null,
        h('p', { class: 'faint small' }, t('suit_open', { day: dayWord(found.law_day), name: found.name, share: percent(found.suitable, found.cells),
                                                          steep: percent(found.steep, found.cells), unjudged: percent(found.unjudged, found.cells) }))) : undefined,
    ].filter((part) => part !== undefined));
  }
}
