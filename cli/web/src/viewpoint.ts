// SPDX-License-Identifier: Apache-2.0
/** The switch between views of disputed ground; a project without disputes has none. */
import { announce, byId, h } from './dom';
import { state } from './state';
import type { View } from './api';
import { onLanguage, t } from './words';

export function viewWord(view: View): string {
  switch (view.kind) {
    case 'status-quo': return t('view_status_quo');
    case 'claimed-by': return t('view_claimed', { name: view.division?.name ?? view.viewpoint });
    case 'seen-by': return t('view_seen', { viewer: view.viewer ?? '' });
    default: return t('view_neutral');
  }
}

/** `changed` is called when another viewpoint was chosen. */
export function openViewpoints(changed: () => void): void {
  if (state.views.length === 0) return;
  const box = byId('views');
  const choice = byId<HTMLSelectElement>('viewpoint');
  box.hidden = false;
  onLanguage(() => {
    byId('views-label').textContent = t('viewpoint');
    byId('views-note').textContent = t('no_side');
    choice.replaceChildren(...state.views.map((view) =>
      h('option', { value: view.viewpoint, selected: view.viewpoint === state.viewpoint }, viewWord(view))));
  });
  choice.addEventListener('change', () => {
    state.viewpoint = choice.value;
    announce(choice.selectedOptions[0]?.textContent ?? '');
    changed();
  });
}
