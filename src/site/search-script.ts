/**
 * The script of the search page: a message is found by a piece of what was typed where it has the longest words of the index
 * that make it up, or where who wrote it bears it in his name; by several, where it is found by each.
 */
export const searchScript = String.raw`
(() => {
'use strict';
const { data, element, fold, root, unescaped, words } = window.huati;
const page = 50;
let turn = 0;

/** Cuts a piece into the longest words that the index has; a character in none of them is left out. */
async function cut(piece, shards) {
  const found = [];
  for (let at = 0; at < piece.length;) {
    const shard = await shards(piece[at]);
    let length = Math.min(piece.length - at, 24);
    while (length > 0 && !Object.hasOwn(shard, piece.slice(at, at + length))) length--;
    if (length) found.push(piece.slice(at, at + length));
    at += length || 1;
  }
  return found;
}

const dayMap = (postings) => new Map((postings || []).map(([day, ...numbers]) => [day, numbers]));
/** Messages of both, and of either. */
function both(a, b) {
  const shared = [...a].map(([day, numbers]) => [day, numbers.filter((n) => (b.get(day) || []).includes(n))]);
  return new Map(shared.filter(([, numbers]) => numbers.length));
}
const either = (a, b) => new Map([...a.keys(), ...b.keys()].map((day) =>
  [day, [...new Set([...(a.get(day) || []), ...(b.get(day) || [])])].sort((x, y) => x - y)]));

/** Messages by one piece of what was typed; null where no word and no name has it. */
async function findPiece(piece, index, shards) {
  let days = null;
  for (const word of await cut(piece, shards)) {
    const postings = dayMap((await shards(word[0]))[word]);
    days = days ? both(days, postings) : postings;
  }
  for (const [i, name] of index.people.entries()) {
    if (!name.includes(piece)) continue;
    const written = await data('search/people/' + (i % index.shards));
    days = either(days || new Map(), dayMap(written && written[i]));
  }
  return days;
}

/** Messages by all that was typed: day → numbers, by the index. */
async function find(query) {
  const index = await data('search/index');
  const shards = async (first) => (await data('search/' + (first.charCodeAt(0) % index.shards))) || {};
  const pieces = fold(query).split(/\s+/).filter(Boolean);
  const found = (await Promise.all(pieces.map((p) => findPiece(p, index, shards)))).filter(Boolean);
  return { index, pieces, days: found.length ? found.reduce(both) : new Map() };
}

/** The text with what was sought marked. */
function marked(text, pieces) {
  const line = fold(text);
  const parts = [];
  let at = 0;
  for (let i = 0; i < text.length;) {
    const piece = pieces.find((p) => line.startsWith(p, i));
    if (!piece) { i++; continue; }
    parts.push(text.slice(at, i), element('mark', {}, text.slice(i, i + piece.length)));
    i = at = i + piece.length;
  }
  parts.push(text.slice(at));
  return parts;
}

async function hit({ group, date }, n, pieces) {
  const day = await data('messages/' + group + '/' + date);
  const [time, speaker, text] = (day && day[n]) || ['', '', ''];
  const at = root + 'days/' + encodeURIComponent(group) + '/' + encodeURIComponent(date) + '.html#m' + n;
  return { whole: pieces.every((p) => fold(speaker + '\n' + text).includes(p)), item: element('li', {},
    element('span', { class: 'said' }, ...marked(text, pieces)), ' ',
    element('span', { class: 'by' }, element('span', { class: 'name' }, ...marked(speaker, pieces)), ' ', element('a', { href: at }, group + '/' + date + '#' + n + ' ' + time.slice(0, 5)))) };
}

async function show(query) {
  const own = ++turn;
  const w = words();
  const [list, said, more] = ['hits', 'said', 'more'].map((id) => document.getElementById(id));
  list.replaceChildren();
  more.hidden = true;
  if (!query.trim()) { said.textContent = ''; return; }
  said.textContent = w.loading;
  const { index, pieces, days } = await find(query);
  if (own !== turn) return;
  const all = [...days].sort(([a], [b]) => b - a).flatMap(([day, numbers]) => [...numbers].reverse().map((n) => [index.days[day], n]));
  let at = 0;
  const next = async () => {
    let shown = 0;
    while (at < all.length && shown < page) {
      const [day, n] = all[at++];
      const { item, whole } = await hit(day, n, pieces);
      if (own !== turn) return;
      // words of the index may stand apart in a message: first what has the query as it was typed
      if (whole) { list.append(item); shown++; }
    }
    more.hidden = at >= all.length;
    said.textContent = list.children.length ? w.found.replace('%', list.children.length + (at < all.length ? '+' : '')) : w.none;
  };
  more.onclick = next;
  await next();
}

document.addEventListener('DOMContentLoaded', () => {
  const [form, field] = [document.getElementById('search'), document.getElementById('query')];
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    location.hash = 'q=' + encodeURIComponent(field.value);
  });
  const follow = () => {
    const query = unescaped((/^#q=(.*)$/.exec(location.hash) || ['', ''])[1]);
    field.value = query;
    show(query);
  };
  addEventListener('hashchange', follow);
  follow();
});
})();
`;
