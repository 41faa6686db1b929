import { el } from './dom.js';

/** Puts a plain textarea in the place of the user's message. `saved(text)` and `cancelled()` say how it ends. */
export function openEdit({ message, actions, prompt }, { saved, cancelled }) {
  const area = el('textarea', { class: 'edit', 'aria-label': 'Edit message', rows: '3' });
  area.value = prompt.text;
  const cancel = () => {
    actions.hidden = false;
    cancelled();
  };
  const save = () => saved(area.value);
  area.addEventListener('keydown', (event) => {
    if (event.isComposing || event.keyCode === 229 || event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    save();
  });
  const button = (label, run, more = '') =>
    el('button', { type: 'button', class: `pill ${more}`, on: { click: run } }, label);
  const buttons = el('div', { class: 'edit-buttons' }, button('Cancel', cancel), button('Send', save, 'filled'));
  actions.hidden = true;
  message.replaceChildren(el('div', { class: 'edit-box' }, area, buttons));
  area.focus();
}
