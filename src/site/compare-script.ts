/** The script of the page that compares any two days or weeks; what it counts with is the program's own, see compareCode. */
export const compareScript = `
(() => {
'use strict';
const { data, element, root, unescaped, words } = window.huati;
const { readSide, isOn, compareWords, isOneVoice } = window.huatiCompare;
const most = { differs: 40, 'few-voices': 15 };
const passages = 6;
// what was asked last: an answer to what was asked before may come later
let turn = 0;

const href = ({ group, date, n }) => root + 'days/' + encodeURIComponent(group) + '/' + encodeURIComponent(date) + '.html#m' + n;
const rate = (value) => (value === 0 ? '0' : value < 10 ? value.toFixed(1) : String(Math.round(value)));

async function wordsOf(days) {
  const loaded = await Promise.all(days.map((day) => data('words/' + day.group + '/' + day.date)));
  return loaded.filter(Boolean);
}

async function passagesOf(side, w) {
  if (!side.messages) return element('p', { class: 'none' }, w.notSaid);
  const items = await Promise.all(side.at.slice(0, passages).map(async (at) => {
    const day = await data('messages/' + at.group + '/' + at.date);
    const [, speaker, text] = (day && day[at.n]) || ['', '', ''];
    return element('li', {}, text, ' ', element('small', {}, speaker + ' ', element('a', { href: href(at) }, at.group + '/' + at.date + '#' + at.n)));
  }));
  return element('ul', { class: 'plain' }, ...items);
}

function bar(side, highest, index) {
  const fill = element('span', { class: 'bar bar-' + index });
  fill.style.width = (side.rate / highest * 100).toFixed(1) + '%';
  return element('span', { class: 'track' }, fill);
}

function row(word, highest, w) {
  const open = element('tr', { hidden: '' }, element('td', { colspan: '4' }));
  const more = word.sides[word.delta > 0 ? 1 : 0];
  const voices = isOneVoice(more) ? w.voice.replace('%1', more.messages).replace('%2', more.voices[0][1]) : null;
  const button = element('button', { type: 'button', class: 'word', 'aria-expanded': 'false' }, word.form);
  button.addEventListener('click', async () => {
    open.hidden = !open.hidden;
    button.setAttribute('aria-expanded', String(!open.hidden));
    if (open.firstChild.childNodes.length) return;
    const sides = await Promise.all(word.sides.map((side) => passagesOf(side, w)));
    open.firstChild.append(element('div', { class: 'sides' }, ...sides.map((part) => element('div', {}, part))));
  });
  const cells = word.sides.map((side, i) => element('td', {}, bar(side, highest, i), ' ',
    side.messages ? w.count.replace('%1', side.messages).replace('%2', side.voices.length).replace('%3', rate(side.rate)) : w.none));
  return [element('tr', {}, element('th', { scope: 'row' }, button), ...cells,
    element('td', {}, w.changes[word.change] + ' z ' + word.z.toFixed(1), voices && element('br'), voices && element('small', {}, voices))), open];
}

function table(list, sides, highest, w) {
  const column = (text, name) => element('th', { scope: 'col', class: name }, text);
  const head = element('tr', {}, column(w.word), ...sides.map((side, i) => column(side.label, 's' + i)), column(w.change));
  return element('table', { class: 'beside' }, element('thead', {}, head), element('tbody', {}, ...list.flatMap((word) => row(word, highest, w))));
}

async function show(texts) {
  const asked = ++turn;
  const w = words();
  const out = document.getElementById('compared');
  out.replaceChildren(element('p', {}, w.loading));
  const { days } = await data('days');
  if (asked !== turn) return;
  const sides = texts.map((text) => readSide(text.trim()));
  const own = sides.map((side) => days.filter((day) => isOn(side, day)));
  const bad = sides.find((_, i) => !own[i].length);
  if (bad) { out.replaceChildren(element('p', { class: 'none' }, w.bad + bad.label)); return; }
  const compared = compareWords(await wordsOf(own[0]), await wordsOf(own[1]));
  if (asked !== turn) return;
  const sum = (list, key) => list.reduce((total, day) => total + day[key], 0);
  const facts = [[w.days, (list) => list.length], [w.messages, (list) => sum(list, 'messages')]];
  const glance = element('table', { class: 'beside' },
    element('thead', {}, element('tr', {}, element('td'), ...sides.map((side, i) => element('th', { scope: 'col', class: 's' + i }, side.label)))),
    element('tbody', {}, ...facts.map(([name, of]) => element('tr', {}, element('th', { scope: 'row' }, name), ...own.map((list) => element('td', {}, String(of(list))))))));
  const of = (verdict) => compared.filter((word) => word.verdict === verdict).slice(0, most[verdict]);
  const [differs, few] = [of('differs'), of('few-voices')];
  // one scale for all bars of the page: any two can be compared
  const highest = Math.max(...[...differs, ...few].flatMap((word) => word.sides.map((side) => side.rate)));
  out.replaceChildren(glance, element('h2', {}, w.differs), element('p', { class: 'how' }, w.passages),
    differs.length ? table(differs, sides, highest, w) : element('p', {}, w.noneDiffer),
    ...(few.length ? [element('h2', {}, w.fewVoices), element('p', { class: 'how' }, w.fewVoicesHow), table(few, sides, highest, w)] : []));
}

document.addEventListener('DOMContentLoaded', () => {
  const [form, first, second] = ['sides', 'first', 'second'].map((id) => document.getElementById(id));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    location.hash = [first, second].map((field) => encodeURIComponent(field.value)).join(',');
  });
  const follow = () => {
    const texts = location.hash.slice(1).split(',').map(unescaped);
    if (texts.length === 2 && texts.every(Boolean)) { [first.value, second.value] = texts; }
    if (first.value && second.value) show([first.value, second.value]);
  };
  addEventListener('hashchange', follow);
  follow();
});
})();
`;

/** Modules of the program as a script for a page: their imports are given or stand in the same file. */
export const compareCode = (modules: readonly string[]): string => {
  const plain = modules.map((source) =>
    source
      .replace(/^import \{([^}]*)\} from 'd3-array';$/gm, 'const {$1} = d3;')
      .replace(/^import [^;]*;$/gm, '')
      .replace(/^export /gm, '')
      .replace(/^\/\/# sourceMappingURL=.*$/gm, ''),
  );
  return `(() => {\n'use strict';\n${plain.join('\n')}\nwindow.huatiCompare = { readSide, isOn, compareWords, isOneVoice };\n})();\n`;
};
