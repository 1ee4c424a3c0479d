// SPDX-License-Identifier: Apache-2.0
/** The map desk: start here. Loads what the service knows, opens the map, and joins its parts. */
import './desk.css';

import { readAddress, writeAddress, type Address } from './address';
import { api, Refusal, type Box, type Brief, type Hit, type TileSet } from './api';
import { announce, byId, h } from './dom';
import { openLegend } from './legend';
import { openDesk, type Desk, type Found } from './map';
import { Panel } from './panel';
import { openSearch } from './search';
import { same, state, type DivisionKey } from './state';
import { keyOf } from './styles';
import { SuitableGround } from './suitable';
import { Trials } from './trial';
import { openThematic, themeWord } from './thematic';
import { openViewpoints } from './viewpoint';
import { openWhatIf } from './what_if';
import { dayWord, firstLanguage, kindWord, language, learnKinds, onLanguage, setLanguage, stoneWord, t } from './words';

const wholeWorld: Box = [-170, -60, 170, 75];
const address: Address = readAddress(location.hash) ?? { zoom: NaN, lat: NaN, lon: NaN };

function fail(error: unknown): void {
  const text = error instanceof Refusal ? error.message : t('failed');
  announce(text);
  byId('sources').replaceChildren(h('b', { class: 'danger' }, text));
  console.warn(error);
}

function frame(): void {
  onLanguage(() => {
    const button = byId('language');
    button.textContent = t('language');
    button.title = t('language_label');
    button.setAttribute('aria-label', t('language_label'));
    button.lang = language() === 'zh' ? 'en' : 'zh-Hans';
    byId('map').setAttribute('aria-label', t('map'));
    document.querySelector('.skip')!.textContent = t('skip');
    document.querySelector('.zoom')!.setAttribute('aria-label', t('zoom'));
    for (const [id, word] of [['zoom-in', 'zoom_in'], ['zoom-out', 'zoom_out'], ['zoom-all', 'zoom_all']] as const) {
      byId(id).title = t(word);
      byId(id).setAttribute('aria-label', t(word));
    }
    const { info } = state;
    if (!info) return;
    document.title = info.title ? `${info.title} · Merestone` : 'Merestone';
    byId('project').replaceChildren(h('b', {}, info.title), ' ', h('time', { datetime: info.day }, t('as_of', { day: dayWord(info.day), n: info.revision })));
    const documents = info.documents.filter((one) => one.issuer || one.title);
    const issuers = [...new Set(documents.filter((one) => !one.issuer.includes('generated')).map((one) => one.issuer || one.title))];
    const list = h('ul', {}, ...documents.map((one) => h('li', {}, h('b', {}, one.title), h('span', {}, [one.issuer, one.licence].filter(Boolean).join(' · ')))),
      h('li', {}, h('span', {}, t('maps_with'), ' ', h('a', { href: '/licences.txt' }, t('licences')))));
    byId('sources').replaceChildren(
      info.generated ? h('strong', {}, t('generated')) : '',
      h('details', {}, h('summary', {}, `${t('sources')}: ${issuers.join(' · ')}`), list));
  });
  byId('language').addEventListener('click', () => setLanguage(language() === 'zh' ? 'en' : 'zh'));
}

function tooltip(found: Found | undefined, x: number, y: number): void {
  const tip = byId('tip');
  const lines: Node[] = [];
  for (const mark of found?.marks ?? [])
    lines.push(h('span', {}, mark.get('layer') === 'monuments'
      ? `${t('monument')} ${String(mark.get('number'))} · ${stoneWord(String(mark.get('status')))}`
      : `${kindWord(String(mark.get('kind')))} · ${String(mark.get('name') ?? '')}`));
  if (found?.division) {
    const level = state.levels.find((known) => known.level === Number(found.division?.get('level')));
    const kind = found.division.get('kind') as string | undefined ?? level?.kinds[0]?.kind;
    const figure = themeWord(String(found.division.get('code')), Number(found.division.get('level')));
    if (figure) lines.unshift(h('span', {}, figure));
    lines.unshift(h('b', {}, String(found.division.get('name'))),
                  h('span', { class: 'faint' }, [kind ? kindWord(kind) : '', String(found.division.get('code'))].filter(Boolean).join(' · ')));
  }
  tip.replaceChildren(...lines);
  tip.hidden = lines.length === 0;
  if (tip.hidden) return;
  const left = Math.min(x + 16, innerWidth - tip.offsetWidth - 8);
  const top = y + 20 + tip.offsetHeight > innerHeight ? y - tip.offsetHeight - 12 : y + 20;
  tip.style.transform = `translate(${left}px, ${top}px)`;
}

class Conversation {
  desk!: Desk;
  private asking = new AbortController();
  private asked: Found | undefined;
  trials!: Trials;
  readonly panel = new Panel((division) => void this.open(division, true), () => state.info?.day ?? '', () => this.closed(),
                             (number) => {
                               this.panel.close();
                               void this.trials.begin(number);
                             });

  private select(division: DivisionKey | undefined): void {
    state.selected = division;
    this.desk.highlight();
    address.division = division;
    if (!Number.isNaN(address.zoom)) writeAddress(address);
  }

  private closed(): void {
    this.asked = undefined;
    this.select(undefined);
    this.desk.pin();
    byId('map').focus({ preventScroll: true });
  }

  private next(): AbortSignal {
    this.asking.abort();
    this.asking = new AbortController();
    return this.asking.signal;
  }

  /** Opens a division by code; `move` brings it into view. */
  async open(division: DivisionKey, move: boolean, on?: string, point?: { lon: number; lat: number }): Promise<void> {
    try {
      this.trials.end();
      this.asked = undefined;
      const facts = await api.division(division.code, division.level, on, this.next());
      this.desk.pin(point?.lon, point?.lat);
      this.select({ level: facts.level, code: facts.code });
      this.panel.show({ division: facts }, false);
      announce(facts.name);
      if (move && facts.box) this.desk.show(facts.box);
    } catch (error) {
      this.refused(error);
    }
  }

  /** Tells who holds a point, and what else lies there. */
  async ask(found: Found, focus = false): Promise<void> {
    try {
      const signal = this.next();
      this.asked = found;
      this.desk.pin(found.lon, found.lat);
      const at = await api.at(found.lon, found.lat, undefined, signal);
      // Ground that several claim is told of as such: no party's division stands above the others'.
      const chain = at.status === 'disputed' ? [] : at.holders[0]?.chain ?? [];
      const shown = this.visible(chain) ?? chain[0];
      const division = shown && (await api.division(shown.code, shown.level, undefined, signal));
      this.select(shown);
      this.panel.show({ division, found, at }, focus);
      this.desk.reveal();
      announce([division?.name, at.contested ? `${t('contested')}: ${at.contested.title ?? ''}` : ''].filter(Boolean).join('. ') || t(at.status === 'disputed' ? 'contested' : 'outside'));
    } catch (error) {
      this.refused(error);
    }
  }

  /** The same question again, when another viewpoint may answer otherwise. */
  again(): void {
    if (this.asked) void this.ask(this.asked);
    else if (state.selected) void this.open(state.selected, false);
  }

  /** The finest division of the chain whose level is switched on. */
  private visible(chain: Brief[]): Brief | undefined {
    return chain.find((division) => !state.hiddenLevels.has(division.level));
  }

  chosen(hit: Hit): void {
    if (hit.subject === 'division') return void this.open(hit, true);
    if (hit.subject === 'former') {
      if (hit.box) this.desk.show(hit.box);
      const last = hit.valid?.until ? new Date(Date.parse(`${hit.valid.until}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10) : undefined;
      return void this.open(hit, false, last);
    }
    if (hit.lon === undefined || hit.lat === undefined) return;
    this.desk.go(hit.lon, hit.lat);
    void this.ask({ lon: hit.lon, lat: hit.lat, marks: [] });
  }

  hover(found: Found | undefined, x: number, y: number): void {
    tooltip(found, x, y);
    const key = found?.division && keyOf(found.division);
    byId('map').classList.toggle('pointing', !!key);
    if (same(key, state.hovered)) return;
    state.hovered = key;
    this.desk.highlight();
  }

  private refused(error: unknown): void {
    if (!(error instanceof DOMException && error.name === 'AbortError')) fail(error);
  }
}

function keys(talk: Conversation): void {
  const map = byId('map');
  map.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') void talk.ask(talk.desk.look(), true);
  });
  byId('zoom-in').addEventListener('click', () => talk.desk.zoomBy(1));
  byId('zoom-out').addEventListener('click', () => talk.desk.zoomBy(-1));
  byId('zoom-all').addEventListener('click', () => talk.desk.all());
}

async function start(): Promise<void> {
  setLanguage(firstLanguage());
  frame();
  const [info, levels, tiles] = await Promise.all(
    [api.info(), api.levels(), api.tiles().catch((error: unknown): TileSet | undefined => {
      if (error instanceof Refusal && error.status === 404) return undefined;
      throw error;
    })]);
  state.info = info;
  learnKinds(info.kind_words);
  state.levels = levels.levels;
  if (info.disputed) {
    const known = await api.viewpoints();
    state.views = known.viewpoints;
    state.viewpoint = state.views.find((view) => view.viewpoint === address.viewpoint)?.viewpoint ?? known.shown;
    address.viewpoint = state.viewpoint === known.shown ? undefined : state.viewpoint;
  }
  setLanguage(language());

  const talk = new Conversation();
  const first: [number, number, number] | undefined = Number.isNaN(address.zoom) ? undefined : [address.zoom, address.lon, address.lat];
  talk.desk = openDesk(tiles, info.home ?? info.extent ?? tiles?.bounds ?? wholeWorld, first, {
    hover: (found, x, y) => talk.hover(found, x, y),
    click: (found) => {
      if (!talk.trials.open) void talk.ask(found);
    },
    moved: (zoom, lon, lat) => {
      Object.assign(address, { zoom, lon, lat });
      writeAddress(address);
    },
  });
  talk.trials = new Trials(talk.desk, () => byId('map').focus({ preventScroll: true }), fail);
  openLegend(() => talk.desk.redraw());
  openViewpoints(() => {
    address.viewpoint = state.viewpoint;
    if (!Number.isNaN(address.zoom)) writeAddress(address);
    talk.desk.reload();
    talk.again();
  });
  openSearch((hit) => talk.chosen(hit), fail, () => (Number.isNaN(address.lon) ? undefined : `${address.lon},${address.lat}`));
  keys(talk);
  if (!tiles) fail(new Refusal(404, { title: t('no_tiles') }));
  if (address.division) void talk.open(address.division, first === undefined);
  await openThematic(() => talk.desk.redraw(), fail);
  state.tints = await api.tints();
  talk.desk.redraw();
  const ground = await SuitableGround.open(talk.desk);
  if (ground) talk.panel.offerGround((division) => void ground.find(division));
  await openWhatIf(talk.desk.drawing, (division) => void talk.open(division, true));
}

start().catch(fail);
