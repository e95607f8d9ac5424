// One scorecard on the page. Every text of the data goes in as text, never as markup.

import { asOfOf, CHANNELS, figuresOf, knownOf, nameOf, WORDS } from './figures.js';
import { moment, parts } from './format.js';

const SVG = 'http://www.w3.org/2000/svg';
const RANK = { MISSED: 3, AT_RISK: 2, MET: 1 };

export function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `#icon-${name}`);
  svg.append(use);
  return svg;
}

function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

class FigureView {
  constructor(figure, number) {
    this.figure = figure;
    this.root = element('button', 'figure');
    this.root.type = 'button';
    this.root.tabIndex = -1;
    this.root.dataset.figure = figure.id;
    this.root.dataset.number = number;
    this.number = element('span', 'number');
    this.unit = element('span', 'unit');
    const value = element('span', 'value');
    value.append(this.number, this.unit);
    this.use = icon('no_data');
    this.word = element('span', 'word');
    this.target = element('span', 'target');
    const chip = element('span', 'chip');
    chip.append(this.use, this.word);
    const foot = element('span', 'foot');
    foot.append(chip, this.target);
    this.root.append(element('span', 'label', figure.label), value, foot);
  }

  update(card, at, catalogue) {
    const said = this.figure.read(card, at, catalogue);
    const word = said.word || WORDS[said.status] || '';
    const [number, unit] = parts(said.value);
    write(this.number, number);
    write(this.unit, unit);
    this.root.dataset.length = Math.min(8, said.value.length);
    write(this.word, word);
    write(this.target, said.target);
    if (this.root.dataset.status !== said.status) {
      this.root.dataset.status = said.status;
      this.use.firstChild.setAttribute('href', `#icon-${word ? said.status.toLowerCase() : 'no_data'}`);
    }
    const spoken = [this.figure.label, said.value, said.target && `target ${said.target}`, word];
    const label = spoken.filter(Boolean).join(', ');
    if (this.root.getAttribute('aria-label') !== label) this.root.setAttribute('aria-label', label);
    return said.status;
  }
}

export class Tile {
  constructor(card) {
    this.card = card;
    this.root = element('article', 'tile');
    this.root.dataset.scope = card.scope;
    this.name = element('h2', 'name');
    this.name.dir = 'auto';
    this.tag = element('span', 'tag');
    this.shut = element('span', 'shut');
    this.shut.append(icon('closed'), element('span', '', 'CLOSED'));
    this.asOf = element('time', 'tile-asof');
    const head = element('header', 'tile-head');
    head.append(this.name, this.shut, this.tag, this.asOf);
    const figures = element('div', 'figures');
    this.figures = figuresOf(card).map((figure, number) => new FigureView(figure, number));
    figures.append(...this.figures.map((view) => view.root));
    this.root.append(head, figures);
    this.root.tile = this;
  }

  update(card, at, boardAsOf, catalogue) {
    this.card = card;
    write(this.name, nameOf(card));
    if (this.name.title !== nameOf(card)) this.name.title = nameOf(card);
    write(this.tag, card.scope === 'QUEUE' ? [CHANNELS[card.channel] || card.channel, card.site].filter(Boolean).join(' · ') : '');
    this.shut.hidden = card.open !== false;
    const known = knownOf(card);
    write(this.asOf, [moment(asOfOf(card, boardAsOf), at), known.short].filter(Boolean).join(' · '));
    if (this.asOf.title !== known.long) this.asOf.title = known.long;
    let worst = 'NO_DATA';
    for (const view of this.figures) {
      const status = view.update(card, at, catalogue);
      if ((RANK[status] || 0) > (RANK[worst] || 0)) worst = status;
    }
    this.root.dataset.worst = worst;
  }
}
