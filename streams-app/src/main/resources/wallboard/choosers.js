// What is shown. Every choice stands in the page's address, so that a wall can be bookmarked.

import { CHANNELS } from './figures.js';
import { element } from './tile.js';

const WINDOWS = {
  '5m': '5m', '15m': '15m', '30m': '30m', '60m': '60m',
  interval: 'Interval', previous_interval: 'Previous', today: 'Today',
};
const DEFAULTS = { window: '30m', site: '', channel: '', group: '', order: 'name', theme: '', stale: '10' };
const GROUPS = { '': 'No groups', site: 'By site', channel: 'By channel' };
const ORDERS = { name: 'By name', attention: 'Attention first' };
const THEMES = { '': 'System theme', dark: 'Dark', light: 'Light' };

export class Choosers {
  #onChange;
  #options = {};

  constructor(onChange) {
    this.#onChange = onChange;
    const asked = new URLSearchParams(location.search);
    this.choices = Object.fromEntries(Object.entries(DEFAULTS).map(([name, usual]) => [name, asked.get(name) ?? usual]));
    if (!WINDOWS[this.choices.window]) this.choices.window = DEFAULTS.window;
    this.#windows();
    this.#select('group', GROUPS);
    this.#select('order', ORDERS);
    this.#select('theme', THEMES);
    this.offer('site', { '': 'All sites' });
    this.offer('channel', { '': 'All channels' });
    for (const name of ['site', 'channel', 'group', 'order', 'theme']) {
      document.getElementById(name).addEventListener('change', (event) => this.#choose(name, event.target.value));
    }
    document.querySelector('form.choosers').addEventListener('submit', (event) => event.preventDefault());
    this.#applyTheme();
  }

  get staleAfter() {
    const asked = Number(this.choices.stale);
    return (asked > 0 ? asked : Number(DEFAULTS.stale)) * 1000;
  }

  windowName() {
    return WINDOWS[this.choices.window];
  }

  // Offers the sites and channels that there are; a choice that is not among them stays, for it may come.
  learn(cards) {
    const sites = new Set();
    const channels = new Set();
    for (const card of cards) {
      if (card.site) sites.add(card.site);
      if (card.channel) channels.add(card.channel);
    }
    if (this.choices.site) sites.add(this.choices.site);
    if (this.choices.channel) channels.add(this.choices.channel);
    this.offer('site', { '': 'All sites', ...Object.fromEntries([...sites].sort().map((site) => [site, site])) });
    const known = [...channels].sort().map((channel) => [channel, CHANNELS[channel] || channel]);
    this.offer('channel', { '': 'All channels', ...Object.fromEntries(known) });
  }

  offer(name, options) {
    const text = JSON.stringify(options);
    if (this.#options[name] !== text) {
      this.#options[name] = text;
      this.#select(name, options);
    }
  }

  #select(name, options) {
    const select = document.getElementById(name);
    select.replaceChildren(...Object.entries(options).map(([value, label]) => {
      const option = element('option', '', label);
      option.value = value;
      return option;
    }));
    select.value = this.choices[name];
    select.hidden = Object.keys(options).length < 2;
  }

  #windows() {
    const field = document.getElementById('windows');
    for (const [id, label] of Object.entries(WINDOWS)) {
      const wrap = element('label');
      const radio = element('input');
      radio.type = 'radio';
      radio.name = 'window';
      radio.value = id;
      radio.checked = id === this.choices.window;
      radio.addEventListener('change', () => this.#choose('window', id));
      wrap.append(radio, element('span', '', label));
      field.append(wrap);
    }
  }

  #choose(name, value) {
    this.choices[name] = value;
    const asked = new URLSearchParams();
    for (const [key, usual] of Object.entries(DEFAULTS)) {
      if (this.choices[key] !== usual) asked.set(key, this.choices[key]);
    }
    const query = asked.toString();
    history.replaceState(null, '', query ? `?${query}` : location.pathname);
    this.#applyTheme();
    this.#onChange(name);
  }

  #applyTheme() {
    document.documentElement.dataset.theme = this.choices.theme;
  }
}
