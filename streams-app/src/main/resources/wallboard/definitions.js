// What a figure means, on hover and on focus, from the catalogue; and the keys that move among figures.

import { figuresOf, knownOf, nameOf, wordOf } from './figures.js';
import { besideGoal, count, moment, target } from './format.js';
import { element } from './tile.js';

const MARGIN = 8;

export class Definitions {
  #box = document.getElementById('definition');
  #shown = null;

  constructor(catalogue) {
    this.catalogue = catalogue;
    const areas = [document.getElementById('totals'), document.getElementById('board')];
    for (const area of areas) {
      area.addEventListener('pointerover', (event) => this.#show(event.target.closest('.figure')));
      area.addEventListener('pointerleave', () => this.hide());
      area.addEventListener('focusin', (event) => this.#show(event.target.closest('.figure')));
      area.addEventListener('focusout', () => this.hide());
      area.addEventListener('keydown', (event) => this.#move(event, areas));
    }
    addEventListener('keydown', (event) => event.key === 'Escape' && this.hide());
    addEventListener('scroll', () => this.hide(), { passive: true });
  }

  hide() {
    if (this.#shown) this.#shown.removeAttribute('aria-describedby');
    this.#shown = null;
    this.#box.hidden = true;
  }

  refresh() {
    if (this.#shown) this.#fill();
  }

  #show(figure) {
    if (!figure || figure === this.#shown) {
      if (!figure) this.hide();
      return;
    }
    this.hide();
    this.#shown = figure;
    figure.setAttribute('aria-describedby', 'definition');
    this.#fill();
    this.#box.hidden = false;
    this.#place(figure.getBoundingClientRect());
  }

  #fill() {
    const card = this.#shown.closest('.tile').tile.card;
    const figure = figuresOf(card)[Number(this.#shown.dataset.number)];
    const entry = this.catalogue.get(figure.definition) || { name: figure.label };
    const line = card.kpis[figure.definition];
    const name = element('p', 'definition-scope', nameOf(card));
    name.dir = 'auto';
    const rows = [
      ['Is', entry.definition],
      ['In window', line && this.#said(entry, line)],
      ['Target', line && line.target !== null && `${target(entry.unit, entry.better, line.target)} · ${wordOf(line) || ''}`],
      ['Counted', entry.placedBy && (line ? `${entry.placedBy} (by ${card.attribution.toLowerCase()})` : entry.placedBy)],
      ['Window', line && `${moment(Date.parse(card.windowStart))} to ${moment(Date.parse(card.windowEnd))}, ${card.zone}`],
      ['Known', line && knownOf(card).long],
      ['Source', entry.source],
    ];
    const list = element('dl');
    for (const [term, text] of rows) if (text) list.append(element('dt', '', term), element('dd', '', text));
    this.#box.replaceChildren(name, element('p', 'definition-name', entry.name), list);
  }

  #said(entry, line) {
    const value = besideGoal(entry.unit, entry.better, line.value, line.target);
    if (line.denominator === null) return value;
    if (line.numerator === null) return `${value}, of ${count(line.denominator)}`;
    const over = entry.unit === 'seconds' ? `${count(line.numerator)} s` : count(line.numerator);
    return `${value} = ${over} / ${count(line.denominator)}`;
  }

  #place(figure) {
    const box = this.#box.getBoundingClientRect();
    const below = figure.bottom + MARGIN;
    const top = below + box.height < innerHeight ? below : Math.max(MARGIN, figure.top - box.height - MARGIN);
    const left = Math.min(Math.max(MARGIN, figure.left), innerWidth - box.width - MARGIN);
    this.#box.style.top = `${top}px`;
    this.#box.style.left = `${left}px`;
  }

  // Arrow keys: left and right among all figures, up and down to the same figure of the tile before and after.
  #move(event, areas) {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 6, ArrowUp: -6 }[event.key];
    const figures = areas.flatMap((area) => [...area.querySelectorAll('.figure')]);
    const from = figures.indexOf(event.target.closest('.figure'));
    if (!step || from < 0) return;
    event.preventDefault();
    const to = figures[Math.min(Math.max(from + step, 0), figures.length - 1)];
    for (const figure of figures) figure.tabIndex = figure === to ? 0 : -1;
    to.focus();
  }
}
