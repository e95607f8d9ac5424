// Joins the parts: what the server says, what the viewer chose, what the page shows.

import { Choosers } from './choosers.js';
import { Definitions } from './definitions.js';
import { attention, CHANNELS, figuresOf, keyOf, nameOf } from './figures.js';
import { moment } from './format.js';
import { arrange, gridRows, plan, planRows } from './layout.js';
import { Source } from './source.js';
import { standing } from './standing.js';
import { element, Tile } from './tile.js';

const byId = (id) => document.getElementById(id);
const TOTAL_WIDTH = 520;
const PHONE_TOTAL_WIDTH = 312;
const SMALLEST_TOTAL = 0.7;
const MANY_QUEUES = 24;
const names = new Intl.Collator(undefined, { numeric: true });

const catalogue = new Map();
const tiles = new Map();
const choosers = new Choosers((what) => (what === 'window' ? source.show(choosers.choices.window) : render()));
const source = new Source(choosers.choices.window, keyOf, () => requestRender());
const definitions = new Definitions(catalogue);

let requested = false;
let laidOut = '';

function requestRender() {
  if (requested) return;
  requested = true;
  requestAnimationFrame(() => { requested = false; render(); });
}

function render() {
  const now = source.now();
  const stands = standing({ ...heard(), cards: source.cards.size }, now, Date.now(), choosers.staleAfter);
  showStanding(stands);
  choosers.learn(source.cards.values());
  // What is no longer known does not go on running: a clock that cannot be trusted stands still.
  const at = stands.kind === 'live' || source.asOf === null ? now : source.asOf;
  const groups = grouped(false);
  const totals = totalsShown();
  forgetOthers([...totals, ...groups.flatMap((group) => group.cards)]);
  for (const card of [...totals, ...groups.flatMap((group) => group.cards)]) tileOf(card).update(card, at, source.asOf, catalogue);
  showTotals(totals);
  layOut(groups);
  showEmpty(groups, stands);
  definitions.refresh();
}

function heard() {
  const { connected, everConnected, since, retryAt, feed, asOf, samples } = source;
  return { connected, everConnected, since, retryAt, feed, asOf, samples };
}

function showStanding({ kind, word, icon: shape, text }) {
  document.body.dataset.standing = kind;
  const root = byId('standing');
  if (byId('standing-word').textContent !== word) {
    byId('standing-word').textContent = word;
    root.querySelector('use').setAttribute('href', `#icon-${shape}`);
  }
  if (byId('standing-text').textContent !== text) byId('standing-text').textContent = text;
  byId('asof').textContent = moment(source.asOf);
  document.title = kind === 'live' ? 'Ringside' : `${word} – Ringside`;
}

function tileOf(card) {
  const key = keyOf(card);
  if (!tiles.has(key)) tiles.set(key, new Tile(card));
  return tiles.get(key);
}

function forgetOthers(shown) {
  const keys = new Set(shown.map(keyOf));
  for (const [key, tile] of tiles) {
    if (!keys.has(key)) { tile.root.remove(); tiles.delete(key); }
  }
}

function totalsShown() {
  const { site, channel } = choosers.choices;
  const all = [...source.cards.values()];
  if (channel) return all.filter((card) => card.scope === 'CHANNEL' && card.channel === channel);
  if (site) return all.filter((card) => card.scope === 'SITE' && card.site === site);
  const channels = all.filter((card) => card.scope === 'CHANNEL');
  const order = Object.keys(CHANNELS);
  channels.sort((a, b) => order.indexOf(a.channel) - order.indexOf(b.channel));
  return [...all.filter((card) => card.scope === 'ALL'), ...channels];
}

function queues() {
  const { site, channel, order } = choosers.choices;
  const shown = [...source.cards.values()].filter((card) => card.scope === 'QUEUE'
    && (!site || card.site === site) && (!channel || card.channel === channel));
  const byName = (a, b) => names.compare(nameOf(a), nameOf(b)) || names.compare(a.channel, b.channel);
  return shown.sort(order === 'attention' ? (a, b) => attention(b) - attention(a) || byName(a, b) : byName);
}

// In rows, where labels stand once above all, tickets need a group of their own: their figures are others.
function grouped(ticketsApart) {
  const titles = {
    site: (card) => card.site || 'No site',
    channel: (card) => CHANNELS[card.channel] || card.channel,
    '': () => 'Queues',
  };
  const title = titles[choosers.choices.group] || titles[''];
  const groups = new Map();
  for (const card of queues()) {
    const ticket = ticketsApart && card.channel === 'ticket';
    const key = `${ticket ? 1 : 0} ${title(card)}`;
    const name = ticket && choosers.choices.group !== 'channel' ? (choosers.choices.group ? `${title(card)} · Tickets` : 'Tickets') : title(card);
    if (!groups.has(key)) groups.set(key, { name, cards: [] });
    groups.get(key).cards.push(card);
  }
  return [...groups.entries()].sort(([a], [b]) => names.compare(a, b)).map(([, group]) => group);
}

function showTotals(cards) {
  const root = byId('totals');
  root.hidden = cards.length === 0;
  const wanted = cards.map((card) => tileOf(card).root);
  const phone = innerWidth < 700;
  let columns = phone ? 1 : wanted.length;
  const scale = () => (root.clientWidth - 8 * (columns - 1)) / columns / (phone ? PHONE_TOTAL_WIDTH : TOTAL_WIDTH);
  // Two lines of totals where they would be tiny, unless many queues need the room more.
  const cramped = columns > 1 && scale() < SMALLEST_TOTAL && queues().length <= MANY_QUEUES;
  if (cramped) columns = Math.ceil(columns / 2);
  root.style.gridTemplateColumns = `repeat(${columns}, minmax(0, 1fr))`;
  root.style.setProperty('--u', `${Math.min(cramped ? 0.85 : 1.6, scale())}px`);
  if (wanted.some((node, at) => root.children[at] !== node) || root.children.length !== wanted.length) root.replaceChildren(...wanted);
}

function layOut(together) {
  const board = byId('board');
  if (together.length === 0) return;
  board.hidden = false;
  const room = innerHeight - board.getBoundingClientRect().top - scrollY - 12;
  const fit = (some) => plan(board.clientWidth, room, some.map((group) => group.cards.length));
  const rows = fit(together).mode === 'rows';
  const groups = rows ? grouped(true) : together;
  const layout = rows ? planRows(board.clientWidth, room, groups.map((group) => group.cards.length)) : fit(together);
  const arranged = groups.map((group) => ({ ...group, tiles: group.cards.map(tileOf) }));
  const shape = JSON.stringify([layout, Math.round(room), groups.map((group) => [group.name, ...group.cards.map(keyOf)])]);
  if (shape === laidOut) return;
  laidOut = shape;
  document.body.dataset.layout = layout.mode;
  board.classList.toggle('scroll', Boolean(layout.scroll));
  board.style.setProperty('--u', `${layout.scale}px`);
  board.style.height = layout.scroll ? 'auto' : `${room}px`;
  board.style.gridTemplateColumns = `repeat(${layout.columns}, minmax(0, 1fr))`;
  board.style.gridTemplateRows = gridRows(layout, arranged);
  const focused = document.activeElement;
  board.replaceChildren(...arrange(layout, arranged).map((item) => (item.tile ? item.tile.root : item.head ? headOf(item.head) : element('div'))));
  if (focused && focused.isConnected) focused.focus();
  const figures = document.querySelectorAll('.figure');
  if (figures.length && ![...figures].some((figure) => figure.tabIndex === 0)) figures[0].tabIndex = 0;
}

function headOf(group) {
  const head = element('div', 'group-head');
  const name = element('h2', 'group-name', group.name);
  name.dir = 'auto';
  const labels = element('div', 'labels');
  labels.setAttribute('aria-hidden', 'true');
  labels.append(...figuresOf(group.cards[0]).map((figure) => element('span', 'label', figure.label)));
  head.append(name, labels, element('span', 'tile-asof', 'as of'));
  return head;
}

function showEmpty(groups, stands) {
  const none = groups.length === 0;
  const filtered = source.cards.size > 0;
  byId('board').hidden = none;
  byId('empty').hidden = !none;
  byId('empty').textContent = filtered ? 'No queue matches this choice.' : stands.kind === 'no-data' ? 'Waiting for the first scorecards' : '';
}

// Without the catalogue no figure has a unit: first it, then the figures.
async function loadCatalogue() {
  try {
    const answer = await fetch('api/kpis');
    if (!answer.ok) throw new Error(`api/kpis: ${answer.status}`);
    for (const kpi of (await answer.json()).kpis) catalogue.set(kpi.id, kpi);
    source.begin();
  } catch (error) {
    console.warn('The catalogue could not be loaded, trying again', error);
    setTimeout(loadCatalogue, 3000);
  }
}

addEventListener('resize', requestRender);
setInterval(requestRender, 1000);
loadCatalogue();
