// SPDX-License-Identifier: Apache-2.0
/** What if: a planner draws an area or a track and sees at once who and what lies in it, by division. */
import { api, Refusal, type Assumed, type Brief } from './api';
import { announce, byId, h } from './dom';
import type { Corner, Drawing, Form } from './drawing';
import { state } from './state';
import { kindWord, language, numberWord, onLanguage, t } from './words';

const said = (words: { en: string; zh: string }): string => (language() === 'zh' && words.zh ? words.zh : words.en);
const areaWord = (km2: number): string => `${numberWord(km2, km2 < 10 ? 2 : 1)} km²`;

/** "villages 12, shelters 3". */
function things(counts: Record<string, number>): string {
  const word = (kind: string): string =>
    kind === 'village' ? t('natural_villages') : kind === 'name' ? t('other_places') : kind === 'shelter' ? t('shelters') : kind === 'depot' ? t('depots')
    : kindWord(kind.replace('facility:', ''), true);
  return Object.entries(counts).map(([kind, n]) => `${word(kind)} ${numberWord(n)}`).join(language() === 'zh' ? '、' : ', ');
}

/** `open` shows a division; `failed` tells what went wrong. Nothing shows where the service cannot answer. */
export async function openWhatIf(drawing: Drawing, open: (division: Brief) => void): Promise<void> {
  const known = await api.assumable().catch((error: unknown) => {
    if (error instanceof Refusal && error.status === 404) return undefined;
    throw error;
  });
  if (!known || known.hazards.length === 0) return;
  const box = byId('what-if');
  box.hidden = false;
  let hazard = known.hazards[0]!.hazard;
  let severity: number | undefined;
  let radius = 1000;
  let level: number | undefined;
  let form: Form = 'area';
  let corners: Corner[] | undefined;
  let drawn: Form | undefined;  // while it is being drawn
  let found: Assumed | undefined;
  let refusal = '';
  let asking = new AbortController();

  const ask = async (): Promise<void> => {
    if (!corners) return;
    asking.abort();
    asking = new AbortController();
    try {
      found = await api.assume(form, corners, hazard, severity, form === 'track' ? radius : undefined, level, asking.signal);
      refusal = '';
      level = found.level;
      drawing.assume(found.shape, found.hazard, found.severity);
      announce(`${t('what_if')}: ${t('people_in', { n: numberWord(found.total.people) })}, ${areaWord(found.total.area_km2)}`);
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return;
      found = undefined;
      drawing.assume(undefined, hazard, 1);
      refusal = error instanceof Refusal ? error.message : t('failed');
      announce(refusal);
    }
    draw();
  };
  const begin = (wanted: Form): void => {
    asking.abort();
    drawn = wanted;
    refusal = '';
    drawing.draw(wanted, (at) => {
      form = wanted;
      corners = at;
      drawn = undefined;
      void ask();
    });
    draw();
  };
  const clear = (): void => {
    asking.abort();
    drawing.stop();
    drawing.assume(undefined, hazard, 1);
    drawn = found = corners = undefined;
    refusal = '';
    draw();
  };

  const select = (id: string, label: string, options: [string, string][], value: string, choose: (value: string) => void): HTMLElement => {
    const list = h('select', { id, change: () => choose(list.value) },
                   ...options.map(([word, text]) => h('option', { value: word, selected: word === value }, text)));
    return h('label', { class: 'choice', for: id }, h('span', {}, label), list);
  };
  const levelWord = (of: number): string => {
    const row = state.levels.find((one) => one.level === of);
    return row?.words && language() === 'zh' ? row.words.zh : row?.words?.en ?? (row?.kinds[0] ? kindWord(row.kinds[0].kind, true) : t('level', { n: of }));
  };
  const button = (id: string, text: string, act: () => void, pressed = false): HTMLElement =>
    h('button', { id, type: 'button', class: 'quiet', 'aria-pressed': pressed ? 'true' : 'false', click: act }, text);

  const choices = (): (HTMLElement | undefined)[] => {
    const classes = known.hazards.find((one) => one.hazard === hazard)?.classes ?? [];
    const reach = h('input', { id: 'what-if-reach', type: 'number', min: 1, max: 500000, step: 100, value: radius, change: () => {
      radius = Math.max(1, Math.min(500000, Math.round(Number(reach.value) || 1000)));
      void ask();
    } });
    return [
      select('what-if-hazard', t('hazard'), known.hazards.map((one): [string, string] => [one.hazard, said(one.words)]), hazard, (word) => {
        hazard = word;
        severity = undefined;
        draw();
        void ask();
      }),
      classes.length > 0 ? select('what-if-severity', t('severity'), classes.map((one): [string, string] => [String(one.severity), `${one.severity} ${said(one.words)}`]),
                                  String(severity ?? classes[classes.length - 1]!.severity), (word) => {
        severity = Number(word);
        void ask();
      }) : undefined,
      select('what-if-level', t('theme_level'), state.levels.map(({ level: of }): [string, string] => [String(of), levelWord(of)]), String(level ?? state.levels[0]?.level ?? ''), (word) => {
        level = Number(word);
        void ask();
      }),
      (drawn ?? form) === 'track' ? h('label', { class: 'choice', for: 'what-if-reach' }, h('span', {}, t('reach_m')), reach) : undefined,
    ];
  };

  const result = (of: Assumed): HTMLElement => {
    const row = (line: Assumed['lines'][number]): HTMLElement => h('tr', {},
      h('th', { scope: 'row' }, line.code !== undefined && line.level !== undefined
        ? h('button', { type: 'button', class: 'link', click: () => open({ code: line.code!, name: line.name ?? '', level: line.level!, kind: '' }) }, line.name || line.code)
        : t('in_no_division'), h('small', { class: 'faint' }, things(line.counts))),
      h('td', {}, numberWord(line.people)), h('td', {}, areaWord(line.area_km2), h('small', { class: 'faint' }, `${numberWord(100 * line.share, 1)} %`)));
    const open_ = of.unresolved;
    return h('div', { id: 'what-if-result', class: 'figures' },
      h('table', {},
        h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('division')), h('th', { scope: 'col' }, t('people')), h('th', { scope: 'col' }, t('area')))),
        h('tbody', {}, ...of.lines.map(row)),
        h('tfoot', {}, h('tr', {}, h('th', { scope: 'row' }, t('all_together'), h('small', { class: 'faint' }, things(of.total.counts))),
                         h('td', {}, numberWord(of.total.people)), h('td', {}, areaWord(of.total.area_km2))))),
      of.lines.length === 0 ? h('p', {}, t('nothing_exposed')) : null,
      h('p', { class: 'faint small' }, t('what_if_open', {
        people: numberWord(open_.people), of: numberWord(open_.of_people), share: numberWord(100 * open_.people_share, 2),
        uncounted: numberWord(open_.villages_uncounted), villages: numberWord(open_.villages), beyond: areaWord(open_.beyond_km2) })));
  };

  const draw = (): void => {
    box.setAttribute('aria-label', t('what_if'));
    const focused = document.activeElement?.id;
    box.replaceChildren(...[
      h('h2', {}, t('what_if')),
      h('div', { class: 'tools' }, button('what-if-area', t('draw_area'), () => begin('area'), drawn === 'area'),
        button('what-if-track', t('draw_track'), () => begin('track'), drawn === 'track'),
        drawn || found || refusal ? button('what-if-clear', t('clear'), clear) : null),
      drawn ? h('p', { class: 'faint small', id: 'what-if-hint' }, t(drawn === 'area' ? 'draw_area_hint' : 'draw_track_hint')) : undefined,
      ...(drawn || corners ? choices() : []),
      refusal ? h('p', { class: 'danger', id: 'what-if-refusal', role: 'alert' }, refusal) : undefined,
      found ? result(found) : undefined,
    ].filter((part) => part !== undefined));
    if (focused?.startsWith('what-if')) document.getElementById(focused)?.focus();
  };
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !drawn) return;
    drawn = undefined;
    drawing.stop();
    draw();
  });
  onLanguage(draw);
}
