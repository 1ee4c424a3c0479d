// SPDX-License-Identifier: Apache-2.0
/** A mediator tries a line: it is dragged on the map, and what each party would keep is told at once. Nothing is recorded. */
import { api, Refusal, type Banded, type Figures, type Side, type Trial, type TrialLine } from './api';
import { announce, byId, h } from './dom';
import type { Desk } from './map';
import { kindWord, methodWord, numberWord, onLanguage, t } from './words';

type Path = [number, number][];

const inText = (path: Path): string => path.map(([lon, lat]) => `${lon.toFixed(7)},${lat.toFixed(7)}`).join(' ');

/** With what it may be when the line lies as far to either side as it is uncertain. */
function bandedWord({ value, low, high }: Banded, unit: number, digits: number): string {
  const [middle, least, most] = [value, low, high].map((one) => numberWord(one / unit, digits)) as [string, string, string];
  return least === most ? middle : `${middle} (${least} – ${most})`;
}

function layerWord(layer: string): string {
  const [group, kind, severity] = layer.split(':');
  return group === 'hazard' ? `${kindWord(kind ?? '')}, ${t('severity_of', { n: severity ?? '' })}` : kindWord(kind ?? group ?? '', true);
}

export class Trials {
  private readonly card = byId('trial');
  private trial: Trial | undefined;
  private begun = '0';
  private figures: Figures | undefined;
  private refusal = '';
  private asking: AbortController | undefined;
  private next: Path | undefined;
  private path: Path = [];

  constructor(private readonly desk: Desk, private readonly ended: () => void, private readonly failed: (error: unknown) => void) {
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.end();
    });
    onLanguage(() => this.draw());
  }

  get open(): boolean {
    return this.trial !== undefined;
  }

  async begin(number: string): Promise<void> {
    try {
      this.trial = await api.trial(number);
      const first = this.trial.lines.findIndex((line) => line.kind === 'proposal');
      this.card.hidden = false;
      document.body.classList.add('detailed');
      this.take(String(first < 0 ? 0 : first));
      this.card.focus();
    } catch (error) {
      this.failed(error);
    }
  }

  end(): void {
    if (!this.trial) return;
    this.trial = this.figures = undefined;
    this.asking?.abort();
    this.card.hidden = true;
    document.body.classList.remove('detailed');
    this.desk.tryLine();
    this.ended();
  }

  /** Begins with a line that is on record. */
  private take(which: string): void {
    const line = this.trial?.lines[Number(which)];
    if (!line || !this.trial) return;
    this.begun = which;
    const met = new Set(this.claim('claim_b').map(String));
    this.desk.tryLine(line.path, this.claim('claim_a').filter((at) => met.has(String(at))), (path) => void this.ask(path));
    void this.ask(line.path);
  }

  private claim(kind: TrialLine['kind']): Path {
    return this.trial?.lines.find((line) => line.kind === kind)?.path ?? [];
  }

  /** One question at a time; while it is on its way only the last position of the line is remembered. */
  private async ask(path: Path): Promise<void> {
    this.next = path;
    if (this.asking || !this.trial) return;
    while (this.next && this.trial) {
      const asked: Path = this.next;
      this.next = undefined;
      this.asking = new AbortController();
      try {
        this.figures = await api.figures(this.trial, inText(asked), this.asking.signal);
        this.path = asked;
        this.refusal = '';
      } catch (error) {
        if (!(error instanceof Refusal) || error.status !== 400) {
          if (this.trial) this.failed(error);
          this.figures = this.next = undefined;
          this.path = [];
        } else {
          this.refusal = error.message;
        }
      }
      this.asking = undefined;
      this.draw();
    }
  }

  private lineWord(line: TrialLine): string {
    if (line.kind === 'in_force') return t('as_it_is');
    if (line.kind === 'proposal') {
      const made = line.method ? methodWord(line.method) : '';
      return !line.title || line.title === line.method ? made : [line.title, made].filter(Boolean).join(' · ');
    }
    return t('claims_it', { name: this.party(line.kind === 'claim_a' ? 0 : 1) });
  }

  private party(which: number): string {
    const party = this.trial?.parties[which];
    return party?.division?.name ?? party?.party ?? '';
  }

  private draw(): void {
    if (!this.trial) return;
    const inside = this.card.contains(document.activeElement) ? document.activeElement?.id : undefined;
    const choice = h('select', { id: 'trial-line', change: () => this.take(choice.value) },
                     ...this.trial.lines.map((line, i) => h('option', { value: String(i), selected: String(i) === this.begun }, this.lineWord(line))));
    this.card.replaceChildren(
      h('button', { class: 'close quiet', type: 'button', 'aria-label': t('close'), title: t('close'), click: () => this.end() }, '×'),
      h('p', { class: 'kind' }, this.trial.case),
      h('h2', { id: 'trial-title' }, t('trial')),
      h('p', { class: 'faint small' }, t('trial_how')),
      h('label', { class: 'choice', for: 'trial-line' }, h('span', {}, t('trial_from')), choice),
      this.refusal ? h('p', { class: 'callout disputed', role: 'alert' }, this.refusal) : '',
      ...(this.figures ? this.told(this.figures) : []),
    );
    if (inside) byId(inside).focus();
  }

  /** As a file that `merestone dispute opinion` takes. */
  private save(): void {
    const geometry = { type: 'LineString', coordinates: this.path };
    const url = URL.createObjectURL(new Blob([JSON.stringify({ type: 'Feature', properties: {}, geometry })], { type: 'application/geo+json' }));
    h('a', { download: 'line.geojson', href: url }).click();
    URL.revokeObjectURL(url);
  }

  private told(figures: Figures): Node[] {
    const [a, b] = figures.sides;
    const rows: [string, string, string][] = [];
    const row = (name: string, word: (side: Side) => string): void => void rows.push([name, word(a), word(b)]);
    row(t('area'), (side) => `${bandedWord(side.keeps.area_m2, 1e6, 3)} km²`);
    row(t('trial_share'), (side) => `${numberWord(side.share * 100, 1)} %`);
    const layers = [...new Set([...a.keeps.layers, ...b.keeps.layers].map((one) => one.layer))];
    const of = (side: Side, layer: string): Side['keeps']['layers'][number] | undefined => side.keeps.layers.find((one) => one.layer === layer);
    for (const layer of layers) {
      if (layer === 'places') {
        row(t('trial_people'), (side) => bandedWord(of(side, layer)?.weight ?? { value: 0, low: 0, high: 0 }, 1, 0));
        row(t('trial_villages'), (side) => of(side, layer)?.natural_villages?.join('、') || '–');
        continue;
      }
      const ground = [a, b].some((side) => of(side, layer)?.area_m2);
      if (!ground && ![a, b].some((side) => of(side, layer)?.count)) continue;
      row(layerWord(layer), (side) => {
        const area = of(side, layer)?.area_m2;
        const count = of(side, layer)?.count;
        return ground ? `${area ? bandedWord(area, 1e6, 3) : '0'} km²` : count ? bandedWord(count, 1, 0) : '0';
      });
    }
    const moved = figures.villages_moved.map((village) => t('trial_moved_one', {
      name: village.name, from: this.party(village.from === a.party ? 0 : 1), to: this.party(village.to === a.party ? 0 : 1) }));
    announce(`${this.party(0)} ${numberWord(a.share * 100, 1)} %, ${this.party(1)} ${numberWord(b.share * 100, 1)} %`);
    return [
      h('table', { class: 'sides' }, h('thead', {}, h('tr', {}, h('td', {}), ...[0, 1].map((i) => h('th', { scope: 'col' }, this.party(i))))),
        h('tbody', {}, ...rows.map(([name, first, second]) => h('tr', {}, h('th', { scope: 'row' }, name), h('td', {}, first), h('td', {}, second))))),
      h('p', { class: 'small' }, t('trial_line', { km: numberWord(figures.length_m / 1000, 2), n: figures.monuments, ground: numberWord(figures.changed_m2 / 1e6, 3), people: numberWord(figures.people_moved) })),
      figures.needs_division_change
        ? h('p', { class: 'callout disputed', id: 'trial-moved' }, `${t('trial_moved')} ${moved.join('; ')}`)
        : h('p', { class: 'callout', id: 'trial-moved' }, t('trial_stays')),
      h('button', { class: 'quiet', id: 'trial-save', type: 'button', click: () => this.save() }, t('trial_save')),
    ];
  }
}
