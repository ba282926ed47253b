/**
 * The page's script: it adds to a page that is whole without it. Chat text is read from the page and never written back
 * as markup; the words that it shows stand in the page's attributes, so that the script is the same for every day.
 */
export const pageScript = String.raw`
(() => {
'use strict';
const root = document.documentElement;
root.classList.add('scripted');
const memory = {
  get() { try { return localStorage.getItem('huati-theme'); } catch { return null; } },
  set(theme) { try { localStorage.setItem('huati-theme', theme); } catch { /* a page from a disk may not be let to */ } },
};
const remembered = memory.get();
if (remembered === 'dark' || remembered === 'light') root.dataset.theme = remembered;

const by = (id) => document.getElementById(id);
const on = (element, event, act) => { if (element) element.addEventListener(event, act); };

function toggleTheme() {
  const now = root.dataset.theme || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  root.dataset.theme = now === 'dark' ? 'light' : 'dark';
  memory.set(root.dataset.theme);
}

async function copyBrief() {
  const button = by('copy');
  const brief = by('brief');
  const done = (await writeClipboard(brief)) ? 'done' : 'failed';
  const words = button.textContent;
  button.textContent = button.dataset[done];
  button.disabled = true;
  setTimeout(() => { button.textContent = words; button.disabled = false; }, 2000);
}

async function writeClipboard(element) {
  try {
    await navigator.clipboard.writeText(element.textContent);
    return true;
  } catch {
    // Older browsers, and those inside chat programs, copy only what is selected.
    element.closest('details').open = true;
    const selection = getSelection();
    selection.selectAllChildren(element);
    return document.execCommand('copy');
  }
}

/** The log and what of it is shown. */
function makeFilter() {
  const messages = [...document.querySelectorAll('#log .m')];
  const parts = [...document.querySelectorAll('#log .hour')];
  const [text, thread, clear, shown] = [by('filter'), by('thread'), by('clear'), by('shown')];
  const boxes = [...document.querySelectorAll('.domains input')];
  let words = null;
  const wordsOf = (m) => (m.querySelector('.who').textContent + '\n' + m.querySelector('.x').textContent).toLowerCase();

  function apply() {
    const sought = text.value.trim().toLowerCase();
    const off = boxes.filter((box) => !box.checked).map((box) => box.value);
    if (sought && !words) words = messages.map(wordsOf);
    let count = 0;
    messages.forEach((m, i) => {
      const stays = (!thread.value || m.dataset.in === thread.value)
        && !off.some((domain) => m.classList.contains(domain)) && (!sought || words[i].includes(sought));
      if (m.hidden === stays) m.hidden = !stays;
      if (stays) count++;
    });
    for (const part of parts) {
      const left = part.querySelectorAll('.m:not([hidden])').length;
      part.hidden = !left;
      part.style.setProperty('--n', left);
    }
    const narrowed = count < messages.length;
    clear.hidden = !(narrowed || sought || thread.value);
    by('none').hidden = count > 0;
    shown.textContent = narrowed ? shown.dataset.shown.replace('{shown}', count).replace('{all}', messages.length) : '';
  }
  function set(wanted) {
    text.value = wanted.text || '';
    thread.value = wanted.thread || '';
    for (const box of boxes) box.checked = true;
    apply();
  }
  let timer = 0;
  on(text, 'input', () => { clearTimeout(timer); timer = setTimeout(apply, 100); });
  on(text, 'keydown', (event) => { if (event.key === 'Escape') set({}); });
  on(thread, 'change', apply);
  for (const box of boxes) on(box, 'change', apply);
  on(clear, 'click', () => { set({}); text.focus(); });
  return { set, field: text };
}

function followLinks(filter) {
  let followed = '';

  /** Makes a place visible: unfolds what it stands in, drops a filter that hides it. Says whether it was hidden. */
  function reveal(id) {
    const target = id && by(id);
    if (!target) return false;
    let wasHidden = false;
    for (let fold = target.closest('details'); fold; fold = fold.parentElement.closest('details')) {
      if (!fold.open) { fold.open = true; wasHidden = fold !== target || wasHidden; }
    }
    if (target.closest('[hidden]')) { filter.set({}); wasHidden = true; }
    return wasHidden;
  }
  function markRun(id, to) {
    for (const m of document.querySelectorAll('.cited')) m.classList.remove('cited');
    for (let n = Number(id.slice(1)); n <= Number(to); n++) { const m = by('m' + n); if (m) m.classList.add('cited'); }
  }
  function land() {
    const id = location.hash.slice(1);
    if (id !== followed) markRun(id, 0);
    followed = '';
    if (reveal(id)) by(id).scrollIntoView();
  }

  on(document, 'click', (event) => {
    const link = event.target.closest && event.target.closest('a[href^="#"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.dataset.thread || link.dataset.find) {
      event.preventDefault();
      filter.set({ thread: link.dataset.thread, text: link.dataset.find });
      by('back').hidden = false;
      location.hash = 'log';
      by('log').scrollIntoView();
      return;
    }
    const id = link.getAttribute('href').slice(1);
    followed = id;
    reveal(id);
    if (/^m\d/.test(id)) { markRun(id, link.dataset.to || 0); by('back').hidden = link.classList.contains('n'); }
  });
  on(by('back'), 'click', () => { by('back').hidden = true; history.back(); });
  on(window, 'hashchange', land);
  if (reveal(location.hash.slice(1))) by(location.hash.slice(1)).scrollIntoView();
}

/** Marks in the list of contents what is being read. */
function spyOnSections() {
  const links = new Map([...document.querySelectorAll('.contents a')].map((a) => [a.getAttribute('href').slice(1), a]));
  const visible = new Set();
  const order = [...links.keys()];
  const nav = document.querySelector('.contents');
  let current = null;
  const watch = new IntersectionObserver((entries) => {
    for (const entry of entries) visible[entry.isIntersecting ? 'add' : 'delete'](entry.target.id);
    const link = links.get(order.filter((id) => visible.has(id)).pop());
    if (!link || link === current) return;
    if (current) current.removeAttribute('aria-current');
    current = link;
    link.setAttribute('aria-current', 'true');
    nav.scrollLeft = link.offsetLeft - nav.clientWidth / 3;
  }, { rootMargin: '-15% 0px -75% 0px' });
  for (const id of order) { const place = by(id); if (place) watch.observe(place); }
}

document.addEventListener('DOMContentLoaded', () => {
  on(by('theme'), 'click', toggleTheme);
  on(by('copy'), 'click', copyBrief);
  if (!by('filter')) return;
  const filter = makeFilter();
  followLinks(filter);
  spyOnSections();
  on(document, 'keydown', (event) => {
    const typing = /^(?:INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    filter.field.focus();
  });
});
})();
`;
