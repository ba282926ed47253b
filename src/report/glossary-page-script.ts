/** The script of a glossary's page: it searches and changes colours. The page is whole without it; entries are never written back as markup. */
export const glossaryScript = `
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

function toggleTheme() {
  const now = root.dataset.theme || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  root.dataset.theme = now === 'dark' ? 'light' : 'dark';
  memory.set(root.dataset.theme);
}

document.addEventListener('DOMContentLoaded', () => {
  by('theme').addEventListener('click', toggleTheme);
  const entries = [...document.querySelectorAll('.entry')];
  const found = entries.map((entry) => entry.dataset.find);
  const sections = [...document.querySelectorAll('.letter-section')];
  const links = new Map([...document.querySelectorAll('.contents a')].map((a) => [a.hash.slice(1), a.parentElement]));
  const [field, kind, shown] = [by('filter'), by('class'), by('shown')];

  // pairs: a traditional character, and what it is searched as
  const simplified = new Map(field.dataset.traditional.match(/../g)?.map(([from, to]) => [from, to]));

  function apply() {
    const typed = field.value.normalize('NFKC').trim().toLowerCase();
    const sought = [...typed].map((c) => simplified.get(c) ?? c).join('');
    let count = 0;
    entries.forEach((entry, i) => {
      const stays = (!kind.value || entry.dataset.class === kind.value) && (!sought || found[i].includes(sought));
      if (entry.hidden === stays) entry.hidden = !stays;
      if (stays) count++;
    });
    for (const section of sections) {
      section.hidden = !section.querySelector('.entry:not([hidden])');
      links.get(section.id).hidden = section.hidden;
    }
    by('none').hidden = count > 0;
    shown.textContent = count < entries.length
      ? shown.dataset.shown.replace('{shown}', count).replace('{all}', entries.length) : '';
  }
  function clear() { field.value = ''; kind.value = ''; apply(); }

  /** An entry that a link leads to is shown, whatever is sought. */
  function land() {
    const target = by(location.hash.slice(1));
    if (target && target.closest('[hidden]')) { clear(); target.scrollIntoView(); }
  }
  let timer = 0;
  field.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(apply, 80); });
  kind.addEventListener('change', apply);
  field.form.addEventListener('submit', (event) => event.preventDefault());
  addEventListener('hashchange', land);
  document.addEventListener('click', (event) => {
    const link = event.target.closest && event.target.closest('main a[href^="#"]');
    const target = link && by(link.getAttribute('href').slice(1));
    if (target && target.closest('[hidden]')) clear();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && event.target === field) { clear(); return; }
    const typing = /^(?:INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    field.focus();
  });
});
})();
`;
