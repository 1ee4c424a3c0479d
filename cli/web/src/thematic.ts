// SPDX-License-Identifier: Apache-2.0
/** A figure by division as colours on the map: what is counted, of which year, at which level. */
import { api, type Indicators, type Thematic } from './api';
import { byId, h } from './dom';
import { state } from './state';
import { swatch } from './symbols';
import { theme } from './theme';
import { kindWord, language, numberWord, onLanguage, t } from './words';

const said = (words: { en: string; zh: string }): string => (language() === 'zh' && words.zh ? words.zh : words.en);

/** As many digits as tell the classes apart. */
function rounded(value: number, of: Thematic): string {
  const widths = of.classes.map(({ above, up_to }) => up_to - above).filter((width) => width > 0);
  const finest = Math.min(...widths, Math.abs(value) || 1);
  return numberWord(value, finest >= 10 ? 0 : finest >= 1 ? 1 : 2);
}

function key(of: Thematic): HTMLElement {
  const line = (colour: string, text: string, count: number): HTMLElement =>
    h('div', { class: 'row small' }, h('span', { class: 'sign' }, swatch(colour, theme().faint)), h('span', { class: 'grow' }, text),
      h('span', { class: 'note' }, numberWord(count)));
  return h('div', { class: 'key', id: 'theme-key' },
           h('div', { class: 'row small faint' }, h('span', { class: 'grow' }, t('theme_unit', { unit: said(of.unit) }))),
           ...of.classes.map(({ above, up_to, count, colour }) => line(colour, `${rounded(above, of)} – ${rounded(up_to, of)}`, count)),
           of.without > 0 ? line(of.no_data, t('no_data'), of.without) : null,
           of.notes.length > 0 ? h('p', { class: 'faint small' }, of.notes.map((rule) => t(rule === 'indicator.over_whole' ? 'theme_over' : 'theme_carried')).filter((text, i, all) => all.indexOf(text) === i).join(' ')) : null);
}

/** What the division under the cursor has. */
export function themeWord(code: string, level: number): string {
  const of = state.theme;
  if (!of || of.level !== level) return '';
  const known = of.values[code];
  const value = known ? `${known.estimated ? '≈ ' : ''}${rounded(known.value, of)} ${said(of.unit)}` : t('no_data');
  return `${said(of.words)} ${of.year}: ${value}`;
}

/** `changed` is called when the map must be drawn anew. Nothing shows where nothing is counted. */
export async function openThematic(changed: () => void, failed: (error: unknown) => void): Promise<void> {
  const known = await api.indicators();
  if (known.indicators.length === 0) return;
  const box = byId('theme');
  box.hidden = false;
  let indicator = '';
  let year: number | undefined;
  let level: number | undefined;

  const show = async (): Promise<void> => {
    try {
      state.theme = indicator ? await api.thematic(indicator, year, level) : undefined;
      year = state.theme?.year;
      level = state.theme?.level;
      draw();
      changed();
    } catch (error) {
      failed(error);
    }
  };
  const select = (name: string, label: string, options: [string, string][], value: string, choose: (value: string) => void): HTMLElement => {
    const list = h('select', { id: name, change: () => choose(list.value) },
                   ...options.map(([word, text]) => h('option', { value: word, selected: word === value }, text)));
    return h('label', { class: 'choice', for: name }, h('span', {}, label), list);
  };
  const levelWord = (of: number): string => {
    const row = state.levels.find((one) => one.level === of);
    return row?.words && language() === 'zh' ? row.words.zh : row?.words?.en ?? (row?.kinds[0] ? kindWord(row.kinds[0].kind, true) : t('level', { n: of }));
  };
  const draw = (): void => {
    const of: Indicators['indicators'][number] | undefined = known.indicators.find((one) => one.indicator === indicator);
    box.setAttribute('aria-label', t('theme'));
    box.replaceChildren(...[
      select('theme-indicator', t('theme'), [['', t('theme_none')], ...known.indicators.map((one): [string, string] => [one.indicator, said(one.words)])],
             indicator, (word) => {
               indicator = word;
               year = undefined;
               void show();
             }),
      of && select('theme-year', t('year'), of.years.map((one): [string, string] => [String(one), String(one)]), String(year ?? ''), (word) => {
        year = Number(word);
        void show();
      }),
      of && select('theme-level', t('theme_level'), known.levels.map((one): [string, string] => [String(one), levelWord(one)]), String(level ?? ''), (word) => {
        level = Number(word);
        void show();
      }),
      state.theme ? key(state.theme) : undefined,
    ].filter((part) => part !== undefined));
  };
  onLanguage(draw);
}
