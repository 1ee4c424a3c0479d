// SPDX-License-Identifier: Apache-2.0
/** The search box: a combobox after the ARIA pattern, answered by the service while one types. */
import { api, type Hit } from './api';
import { announce, byId, h } from './dom';
import { dayWord, kindWord, language, onLanguage, reasonWord, t } from './words';

const pause = 120;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function meaning(hit: Hit): string {
  const parts = [hit.subject === 'position' ? t('a_position') : hit.words ? capital(hit.words[language()]) : kindWord(hit.kind)];
  if (hit.subject === 'former' && hit.valid?.until) parts.push(t('former', { day: dayWord(hit.valid.until) }));
  if (hit.subject === 'former' && hit.successor) parts.push(t('now', { name: hit.successor.name }));
  else if (hit.where.length > 0) parts.push(hit.where.join(', '));
  if (hit.disputed) parts.push(t('contested'));
  const reason = reasonWord(hit.match);
  if (reason) parts.push(reason);
  if (hit.former && hit.subject !== 'former') parts.push(t('former_name'));
  if (hit.matched) parts.push(hit.matched === hit.code ? hit.code : t('matched', { name: hit.matched }));
  return parts.join(' · ');
}

/** The name, with what matched of it marked. */
function title(hit: Hit): (string | HTMLElement)[] {
  if (!hit.marked || hit.marked.join('') !== hit.name) return [hit.name];
  const [before, match, behind] = hit.marked;
  return [before, h('mark', {}, match), behind];
}

export function openSearch(chosen: (hit: Hit) => void, failed: (error: unknown) => void, near: () => string | undefined): void {
  const input = byId<HTMLInputElement>('search');
  const list = byId<HTMLUListElement>('results');
  let hits: Hit[] = [];
  let active = -1;
  let timer = 0;
  let asking: AbortController | undefined;

  onLanguage(() => {
    input.placeholder = t('search');
    input.setAttribute('aria-label', t('search'));
    list.setAttribute('aria-label', t('search'));
  });

  const close = (): void => {
    list.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const mark = (index: number): void => {
    active = index;
    [...list.children].forEach((item, i) => item.setAttribute('aria-selected', String(i === index)));
    const item = list.children[index];
    if (item) {
      input.setAttribute('aria-activedescendant', item.id);
      item.scrollIntoView({ block: 'nearest' });
    } else {
      input.removeAttribute('aria-activedescendant');
    }
  };
  const choose = (index: number): void => {
    const hit = hits[index];
    if (!hit) return;
    input.value = hit.name;
    close();
    chosen(hit);
  };
  const show = (query: string): void => {
    list.replaceChildren(...hits.map((hit, i) => h('li', {
      id: `result-${i}`, role: 'option', class: hit.subject,
      pointerdown: (event) => event.preventDefault(), click: () => choose(i),
    }, h('b', {}, ...title(hit)), h('span', {}, meaning(hit)))));
    if (hits.length === 0) list.append(h('li', { class: 'none' }, t('no_results', { q: query })));
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    mark(hits.length > 0 ? 0 : -1);
    announce(hits.length > 0 ? t('results', { n: hits.length }) : t('no_results', { q: query }));
  };
  const ask = async (): Promise<void> => {
    const query = input.value.trim();
    asking?.abort();
    if (!query) return close();
    asking = new AbortController();
    try {
      hits = (await api.search(query, near(), asking.signal)).results;
      show(query);
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) failed(error);
    }
  };

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), pause);
  });
  input.addEventListener('focus', () => {
    if (input.value.trim() && hits.length > 0) show(input.value.trim());
  });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;  // an input method is choosing a character
    const open = !list.hidden && hits.length > 0;
    if (event.key === 'ArrowDown' && open) mark((active + 1) % hits.length);
    else if (event.key === 'ArrowUp' && open) mark((active - 1 + hits.length) % hits.length);
    else if (event.key === 'Home' && open && event.ctrlKey) mark(0);
    else if (event.key === 'End' && open && event.ctrlKey) mark(hits.length - 1);
    else if (event.key === 'Enter' && open) choose(Math.max(0, active));
    else if (event.key === 'Escape' && !list.hidden) close();
    else if (event.key === 'Escape') input.value = '';
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  document.addEventListener('keydown', (event) => {
    const typing = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox';
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}
