/**
 * The site's script, one file for all pages. Data lies beside the pages as scripts that hand over what they hold, since a
 * page from a disk may read no other kind of file. Chat text is set as text, never as markup.
 */
export const siteScript = `
(() => {
'use strict';
const root = document.currentScript.dataset.root;
const store = new Map();
const waiting = new Map();
/** What a file of data calls. */
window.huatiData = (key, value) => store.set(key, value);

function loadScript(src) {
  if (!waiting.has(src)) waiting.set(src, new Promise((done, failed) => {
    const script = document.createElement('script');
    script.src = src;
    script.onload = () => done();
    script.onerror = () => failed(new Error(src));
    document.head.append(script);
  }));
  return waiting.get(src);
}
/** Data by key; null where there is no such file. */
async function data(key) {
  if (!store.has(key)) await loadScript(root + 'data/' + key.split('/').map(encodeURIComponent).join('/') + '.js').catch(() => store.set(key, null));
  return store.get(key) ?? null;
}
const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null && value !== undefined) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return made;
};
/** What an address says; as it stands where it is no proper escape, as in an address cut short by a chat. */
const unescaped = (text) => { try { return decodeURIComponent(text); } catch { return text; } };
window.huati = { data, element, loadScript, root, unescaped, words: () => JSON.parse(document.getElementById('words').textContent) };

/** Charts are drawn when they come near: the drawing library is large. */
async function vega() {
  for (const file of ['vega', 'vega-lite', 'vega-embed']) await loadScript(root + 'assets/' + file + '.min.js');
}
const isDark = () => (document.documentElement.dataset.theme || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
const isNarrow = () => matchMedia('screen and (max-width: 40rem)').matches;
let onPaper = false;
const closed = { load: () => Promise.reject(new Error('a chart loads nothing')), sanitize: () => Promise.reject(new Error('a chart links to nothing')) };
const specs = new Map();
window.huatiCharts = (file, charts) => specs.set(file, charts);
async function draw(figure) {
  const file = figure.dataset.charts;
  await Promise.all([vega(), loadScript(file)]);
  const charts = specs.get(file.split('/').pop());
  const chart = charts && charts[figure.dataset.chart];
  if (!chart) return;
  const look = (isNarrow() ? 'narrow' : 'wide') + (isDark() && !onPaper ? 'Dark' : 'Light');
  if (figure.dataset.drawn === look) return;
  figure.dataset.drawn = look;
  await vegaEmbed(figure.querySelector('.plot'), chart[look], { actions: false, renderer: 'svg', ast: true, loader: closed, mode: 'vega-lite' });
}
document.addEventListener('DOMContentLoaded', () => {
  const figures = [...document.querySelectorAll('figure.embedded')];
  if (!figures.length) return;
  const near = new Set();
  const redraw = () => near.forEach((figure) => draw(figure).catch(() => figure.querySelector('figcaption').classList.remove('heard')));
  const seen = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) { near.add(target); seen.unobserve(target); }
    redraw();
  }, { rootMargin: '400px' });
  figures.forEach((figure) => seen.observe(figure));
  new MutationObserver(redraw).observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
  matchMedia('(max-width: 40rem)').addEventListener('change', redraw);
  // no waiting is possible here: in time for paper is what needs no loading, and the others say in words what they would show
  addEventListener('beforeprint', () => { onPaper = true; figures.forEach((f) => near.add(f)); redraw(); });
  addEventListener('afterprint', () => { onPaper = false; redraw(); });
});

/** A list that narrows to what is typed. */
document.addEventListener('DOMContentLoaded', () => {
  const field = document.getElementById('narrow');
  if (!field) return;
  const rows = [...document.querySelectorAll('[data-find]')];
  const narrow = () => {
    const fold = window.huati.fold || ((text) => text.toLowerCase());
    const sought = fold(field.value.trim());
    for (const row of rows) row.hidden = sought !== '' && !fold(row.dataset.find).includes(sought);
  };
  field.addEventListener('input', narrow);
  field.addEventListener('focus', () => loadScript(root + 'assets/folding.js').then(narrow, narrow), { once: true });
});
})();
`;
