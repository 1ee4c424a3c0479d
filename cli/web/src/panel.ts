// SPDX-License-Identifier: Apache-2.0
/** The side panel: what is known of a division, and of the point that was asked for. */
import { api, type At, type Brief, type Contested, type Division, type Relative } from './api';
import { byId, h } from './dom';
import { claimSample, signOf, siteSign, stoneSign } from './legend';
import type { Found } from './map';
import { siteLayers } from './state';
import { patternOf } from './styles';
import { hazardOpacity, swatch } from './symbols';
import { hazardColour } from './theme';
import { dayWord, kindWord, numberWord, onLanguage, stateWord, stoneWord, t } from './words';

export interface Subject {
  division?: Division | undefined;
  /** The point asked for, and who holds it. */
  found?: Found | undefined;
  at?: At | undefined;
}

const membersShown = 12;
const beforeShown = 8;
const barWidth = 312;  // pixels for all of a division's ground

const areaWord = (km2: number): string => `${numberWord(km2, km2 < 10 ? 3 : km2 < 100 ? 2 : 1)} km²`;

export class Panel {
  private readonly element = byId('panel');
  private subject: Subject | undefined;
  private all = false;
  private plan: ((division: Division) => void) | undefined;

  constructor(private readonly open: (division: Brief) => void, private readonly today: () => string,
              private readonly closed: () => void, private readonly tryLines: (trial: string) => void) {
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
    });
    onLanguage(() => this.draw());
  }

  /** Lets the reader look for ground in a division. */
  offerGround(plan: (division: Division) => void): void {
    this.plan = plan;
    this.draw();
  }

  show(subject: Subject, focus: boolean): void {
    const inside = this.element.contains(document.activeElement);  // drawing anew takes the focused button away
    this.subject = subject;
    this.all = false;
    this.draw();
    this.element.hidden = false;
    document.body.classList.add('detailed');
    this.element.scrollTop = 0;
    if (focus || inside) this.element.focus();
  }

  close(): void {
    if (this.element.hidden) return;
    this.element.hidden = true;
    document.body.classList.remove('detailed');
    this.subject = undefined;
    this.closed();
  }

  private draw(): void {
    if (!this.subject) return;
    const { division, found, at } = this.subject;
    this.element.replaceChildren(
      h('button', { class: 'close quiet', type: 'button', 'aria-label': t('close'), title: t('close'), click: () => this.close() }, '×'),
      ...(division ? this.aboutDivision(division) : [h('h2', { id: 'panel-title' }, at?.status === 'disputed' ? t('contested') : t('here'))]),
      ...(at?.contested ? this.aboutDispute(at.contested, !!division) : []),
      ...(found ? this.aboutPoint(found, at) : []),
    );
  }

  private aboutDivision(division: Division): Node[] {
    const facts = h('dl');
    const fact = (name: string, value: string | Node): void => void facts.append(h('dt', {}, name), h('dd', {}, value));
    if (division.code) fact(t('code'), h('code', {}, division.code));
    if (division.area_km2 !== undefined) fact(t('area'), areaWord(division.area_km2));
    if (division.contested_km2) fact(t('contested_too'), areaWord(division.contested_km2));
    if (division.valid.from) fact(t('since'), dayWord(division.valid.from));
    if (division.valid.until) fact(t('until'), dayWord(division.valid.until));
    const others = division.names.filter((name) => name.text !== division.name).map((name) => name.text);
    if (others.length > 0) fact(t('other_names'), [...new Set(others)].join(' · '));
    if (division.member_count > 0) fact(t('members'), numberWord(division.member_count));

    const parts: Node[] = [
      h('p', { class: 'kind' }, division.kind ? kindWord(division.kind) : t('level', { n: division.level })),
      h('h2', { id: 'panel-title' }, division.name),
    ];
    if (division.superiors.length > 0) parts.push(h('ol', { class: 'chain', 'aria-label': t('belongs') }, ...division.superiors.map((one) => this.step(one))));
    parts.push(facts);
    if (this.plan && division.code) parts.push(h('button', { id: 'find-ground', class: 'quiet', type: 'button', click: () => this.plan?.(division) }, t('suit_find')));
    parts.push(...this.relatives(t('after'), division.after), ...this.exposure(division), ...this.facilities(division),
               ...this.relatives(t('before'), division.before));
    if (division.members.length > 0) {
      const shown = this.all ? division.members : division.members.slice(0, membersShown);
      parts.push(h('h3', {}, t('members')), h('ul', { class: 'tags' }, ...shown.map((one) => this.step(one))));
      if (shown.length < division.members.length)
        parts.push(h('button', { class: 'quiet more', type: 'button', click: () => {
          this.all = true;
          this.draw();
        } }, t('show_all', { n: division.members.length })));
    }
    return parts;
  }

  /** Every party alike: its line, its name, who would hold the ground. */
  private aboutDispute(contested: Contested, below: boolean): Node[] {
    const facts = h('dl');
    const fact = (name: string, value: string): void => void facts.append(h('dt', {}, name), h('dd', {}, value));
    if (contested.title) fact(t('dispute'), contested.title);
    if (contested.status) fact(t('status'), stateWord(contested.status));
    fact(t('claimed_by'), contested.claimants.map((one) => one.name).join(', ') || t('unclaimed'));
    fact(t('this_ground'), areaWord(contested.area_km2));
    fact(t('whole_dispute'), areaWord(contested.dispute_km2));
    const versions = contested.versions.map((version) => h('li', {},
      h('span', { class: 'sign', 'aria-hidden': 'true' }, claimSample(version.party)),
      h('div', {},
        h('b', {}, version.claimant ? t('claims_it', { name: version.claimant.name }) : t('as_it_is')),
        h('span', {}, version.chain.map((one) => one.name).join(', ') || t('nobody')),
        version.title ? h('span', { class: 'faint' }, version.title) : null)));
    return [...(below ? [h('hr'), h('h3', {}, t('contested'))] : []), facts,
            h('h3', {}, t('who_claims')), h('ul', { class: 'versions' }, ...versions),
            ...(contested.trial ? [h('button', { id: 'try', class: 'quiet', type: 'button', click: () => this.tryLines(contested.trial!) }, t('trial_begin'))] : [])];
  }

  private step(division: Brief): HTMLElement {
    return h('li', {}, h('button', { class: 'link', type: 'button', click: () => this.open(division) }, division.name),
             h('span', { class: 'faint' }, division.kind ? kindWord(division.kind) : t('level', { n: division.level })));
  }

  /** One bar for each kind, as long as the share of the division's ground, the highest severity first. */
  private exposure(division: Division): Node[] {
    const list = division.exposure ?? [];
    if (list.length === 0) return [];
    const rows: Node[] = [];
    for (const kind of [...new Set(list.map((one) => one.kind))]) {
      const parts = list.filter((one) => one.kind === kind);
      const share = parts.reduce((sum, one) => sum + one.share, 0);
      const area = parts.reduce((sum, one) => sum + one.area_km2, 0);
      const words = parts.map((one) => `${t('severity_of', { n: one.severity })} ${numberWord(one.share * 100, 1)} %`).join(', ');
      const bar = h('span', { class: 'bar', role: 'img', 'aria-label': t('exposed_bar', { kind: kindWord(kind), list: words }), title: words });
      for (const one of parts) {
        const piece = swatch(patternOf(kind, one.severity), 'transparent', Math.max(1, Math.round(one.share * barWidth)), 12);
        bar.append(piece);
      }
      rows.push(h('li', {}, h('span', { class: 'line' }, h('span', {}, kindWord(kind)),
                              h('span', { class: 'faint' }, `${numberWord(area, area < 10 ? 2 : 1)} km² · ${numberWord(share * 100, 1)} %`)), bar));
    }
    return [h('h3', {}, t('exposed')), h('ul', { class: 'exposure' }, ...rows),
            division.exposure_as ? h('p', { class: 'faint' }, t('exposed_as_it_is')) : h('span')];
  }

  private facilities(division: Division): Node[] {
    const list = division.facilities ?? [];
    if (list.length === 0) return [];
    return [h('h3', {}, t('buried')), h('ul', { class: 'buried' }, ...list.map((one) => h('li', {},
      signOf(one.kind), h('span', { class: 'grow' }, `${numberWord(one.count)} ${kindWord(one.kind, one.count > 1).toLocaleLowerCase()}`),
      h('span', { class: 'faint' }, one.capacity > 0 ? t('in_use', { used: numberWord(one.used), capacity: numberWord(one.capacity) }) : ''))))];
  }

  private relatives(title: string, list: Relative[]): Node[] {
    if (list.length === 0) return [];
    const sorted = [...list].sort((a, b) => b.day.localeCompare(a.day));
    const shown = this.all ? sorted : sorted.slice(0, beforeShown);
    const parts: Node[] = [h('h3', {}, title), h('ul', { class: 'past' }, ...shown.map((one) =>
      h('li', {}, h('span', {}, one.name ?? one.code ?? ''), h('time', { datetime: one.day, title: one.reason }, dayWord(one.day)))))];
    if (shown.length < list.length)
      parts.push(h('button', { class: 'quiet more', type: 'button', click: () => {
        this.all = true;
        this.draw();
      } }, t('show_all', { n: list.length })));
    return parts;
  }

  private aboutPoint(found: Found, at: At | undefined): Node[] {
    const parts: Node[] = [h('hr'), h('h3', {}, t('here')),
                           h('p', { class: 'coordinates' }, `${found.lat.toFixed(5)}, ${found.lon.toFixed(5)}`)];
    if (at && at.status !== 'inside') parts.push(h('p', { class: `callout ${at.status}` }, t(at.status)));
    for (const mark of found.marks) parts.push(this.mark(mark.getProperties()));
    const answer = h('div', { class: 'held', 'aria-live': 'polite' });
    if (at) answer.append(...this.holders(at));
    const day = h('input', { type: 'date', value: at?.on ?? this.today(), max: '9999-12-30', change: () => void this.ask(found, day.value, answer) });
    parts.push(h('label', { class: 'day' }, h('span', {}, t('who_held')), day), answer);
    return parts;
  }

  private async ask(found: Found, on: string, answer: HTMLElement): Promise<void> {
    if (!on) return;
    try {
      const at = await api.at(found.lon, found.lat, on);
      answer.replaceChildren(...this.holders(at));
    } catch (error) {
      answer.replaceChildren(h('p', { class: 'callout' }, error instanceof Error ? error.message : t('failed')));
    }
  }

  private holders(at: At): Node[] {
    if (at.holders.length === 0) return [h('p', { class: 'faint' }, t('outside'))];
    return at.holders.map((holder) => h('p', {}, ...holder.chain.flatMap((one, i) =>
      [i === 0 ? h('b', {}, one.name) : h('span', {}, one.name), i + 1 < holder.chain.length ? ', ' : ''])));
  }

  private mark(facts: Record<string, unknown>): HTMLElement {
    const kind = String(facts['kind'] ?? '');
    if (facts['layer'] === 'monuments') {
      const status = String(facts['status'] ?? '');
      const trouble = ['damaged', 'displaced', 'missing'].includes(status);
      return h('div', { class: 'mark' }, stoneSign(trouble),
               h('div', {}, h('b', {}, `${t('monument')} ${String(facts['number'] ?? '')}`),
                 h('span', trouble ? { class: 'danger' } : {}, [stoneWord(kind), stoneWord(status)].join(' · '))));
    }
    const hazard = facts['layer'] === 'hazards';
    const severity = Number(facts['severity'] ?? 0);
    const lines = hazard
      ? [t('severity_of', { n: severity })]
      : [...[['capacity', facts['capacity']], ['used', facts['used']]].flatMap(([word, value]) =>
          value === undefined ? [] : [`${t(word as 'capacity' | 'used')} ${numberWord(Number(value))}`]),
         ...(facts['count'] === undefined ? [] : [t('things', { n: numberWord(Number(facts['count'])) })]),
         ...(facts['status'] === undefined ? [] : [stateWord(String(facts['status']))])];
    const site = siteLayers.find((layer) => layer === facts['layer']);
    return h('div', { class: 'mark' },
             hazard ? swatch(patternOf(kind, severity), hazardColour(kind), 24, 24, hazardOpacity) : site ? siteSign(site) : signOf(kind),
             h('div', {}, h('b', {}, String(facts['name'] ?? kindWord(kind))), h('span', {}, [kindWord(kind), ...lines].join(' · ')),
               facts['source'] ? h('span', { class: 'faint' }, `${t('source')}: ${String(facts['source'])}`) : null));
  }
}
