/**
 * The script of the page of a run. The page is whole without it: it adds searching, filtering, keys, copying and the choice of
 * colours. It asks for nothing and writes no markup. One pass over the steps for whatever is typed.
 */
export const PAGE_SCRIPT = String.raw`(() => {
'use strict';
const root = document.documentElement;
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const one = (selector) => document.querySelector(selector);
for (const element of all('[data-script]')) element.hidden = false;

const themes = ['system', 'light', 'dark'];
const remember = (theme) => { try { localStorage.setItem('workflow-runner-theme', theme); } catch { /* private window */ } };
const remembered = () => { try { return localStorage.getItem('workflow-runner-theme'); } catch { return null; } };
const themeButton = one('#theme');
let theme = 'system';
const setTheme = (next) => {
  theme = themes.includes(next) ? next : 'system';
  if (theme === 'system') delete root.dataset.theme; else root.dataset.theme = theme;
  themeButton.textContent = 'Colours: ' + theme;
};
setTheme(remembered());
themeButton.addEventListener('click', () => {
  setTheme(themes[(themes.indexOf(theme) + 1) % themes.length]);
  remember(theme);
});

for (const time of all('time')) time.title = new Date(time.dateTime).toLocaleString();

const copyText = async (text) => {
  try { await navigator.clipboard.writeText(text); return true; } catch { /* not allowed here: the old way */ }
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  return done;
};
for (const button of all('button.copy')) {
  button.addEventListener('click', async () => {
    const done = await copyText(button.parentElement.querySelector('code').textContent);
    button.firstChild.textContent = done ? 'Copied' : 'Select it';
    setTimeout(() => { button.firstChild.textContent = 'Copy'; }, 1600);
  });
}

const search = one('#search');
if (search !== null) steps();

function steps() {
  const said = one('#found');
  const nothing = one('#nothing');
  const rows = all('details.step').map((row) => {
    const groups = [];
    for (let at = row.parentElement.closest('.group'); at !== null; at = at.parentElement.closest('.group')) groups.push(at);
    const summary = row.firstElementChild;
    return { row, summary, groups, text: null, status: row.dataset.status };
  });
  const textOf = (entry) => { entry.text ??= (entry.row.dataset.find + ' ' + entry.summary.textContent).toLowerCase(); return entry.text; };
  const groups = all('.group');
  const chips = all('.chip');
  let status = '';
  let shown = rows;
  const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter((word) => word !== '');
    const live = new Set();
    shown = [];
    for (const entry of rows) {
      const fits = (status === '' || status.split(' ').includes(entry.status)) && words.every((word) => textOf(entry).includes(word));
      entry.row.hidden = !fits;
      if (!fits) continue;
      shown.push(entry);
      for (const group of entry.groups) live.add(group);
    }
    for (const group of groups) group.hidden = !live.has(group);
    const isAll = shown.length === rows.length;
    nothing.hidden = shown.length > 0;
    said.textContent = isAll ? '' : shown.length + ' of ' + rows.length + ' steps';
    for (const one of all('.activity')) one.hidden = !isAll;
  };
  let waiting = 0;
  search.addEventListener('input', () => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(filter); });
  for (const chip of chips) {
    chip.addEventListener('click', () => {
      status = chip.dataset.status;
      for (const other of chips) other.setAttribute('aria-pressed', String(other === chip));
      filter();
    });
  }
  const clear = () => { search.value = ''; status = ''; for (const chip of chips) chip.setAttribute('aria-pressed', String(chip.dataset.status === '')); filter(); };
  const openAll = (open) => { for (const { row } of shown) row.open = open; };
  one('#open-all').addEventListener('click', () => openAll(true));
  one('#close-all').addEventListener('click', () => openAll(false));

  const focusAt = (index) => {
    const entry = shown[Math.max(0, Math.min(shown.length - 1, index))];
    if (entry === undefined) return;
    entry.summary.focus({ preventScroll: true });
    entry.row.scrollIntoView({ block: 'nearest', behavior: 'auto' });
  };
  const here = () => shown.findIndex(({ summary }) => summary === document.activeElement);
  const nextFailure = () => {
    const at = here();
    const isBad = ({ status: is }) => is === 'failed' || is === 'conflict';
    const after = shown.findIndex((entry, index) => index > at && isBad(entry));
    const found = after >= 0 ? after : shown.findIndex(isBad);
    if (found < 0) return;
    shown[found].row.open = true;
    focusAt(found);
  };
  const onRow = { ArrowDown: (at) => focusAt(at + 1), ArrowUp: (at) => focusAt(at - 1), Home: () => focusAt(0), End: () => focusAt(shown.length - 1),
    ArrowRight: (at) => { shown[at].row.open = true; }, ArrowLeft: (at) => { shown[at].row.open = false; } };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target instanceof HTMLInputElement;
    if (event.key === 'Escape') {
      if (search.value !== '' || status !== '') clear();
      else if (typing) search.blur();
      else { const open = document.activeElement?.closest?.('details.step'); if (open) { open.open = false; open.firstElementChild.focus(); } }
      return;
    }
    if (typing) {
      if (event.key === 'ArrowDown' || event.key === 'Enter') { event.preventDefault(); filter(); focusAt(0); }
      return;
    }
    if (event.key === '/') { event.preventDefault(); search.focus(); search.select(); return; }
    if (event.key === 'n') { nextFailure(); return; }
    const at = here();
    if (at < 0) {
      const nowhere = document.activeElement === document.body || document.activeElement === null;
      if (nowhere && event.key === 'ArrowDown' && event.shiftKey) { event.preventDefault(); focusAt(0); }
      return;
    }
    if (Object.hasOwn(onRow, event.key)) { event.preventDefault(); onRow[event.key](at); }
  });

  const openHash = () => {
    const target = /^#step-\d+$/.test(location.hash) ? document.getElementById(location.hash.slice(1)) : null;
    if (target === null) return;
    if (target.hidden) clear();
    target.open = true;
    target.firstElementChild.focus({ preventScroll: true });
    target.scrollIntoView({ block: 'start', behavior: 'auto' });
  };
  addEventListener('hashchange', openHash);
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href^="#step-"]');
    if (link && link.hash === location.hash) openHash();
  });
  openHash();
}

let closed = [];
addEventListener('beforeprint', () => { closed = all('details:not([open])'); for (const details of closed) details.open = true; });
addEventListener('afterprint', () => { for (const details of closed) details.open = false; closed = []; });
})();`;
