// Listens to the server, notices silence, and tries again by itself.

import { SILENCE_MILLIS } from './standing.js';

const SAMPLE_MILLIS = 10000;
const LONGEST_PAUSE = 10000;

export class Source {
  #stream = null;
  #timer = null;
  #attempts = 0;
  #heardAt = 0;
  #skews = [];
  #window;
  #build = null;
  #begun = false;
  #onBoard;

  connected = false;
  everConnected = false;
  since = Date.now();
  retryAt = 0;
  feed = { state: 'CONNECTING', since: null, reason: '' };
  asOf = null;
  samples = [];
  cards = new Map();

  constructor(window, keyOf, onBoard) {
    this.#window = window;
    this.keyOf = keyOf;
    this.#onBoard = onBoard;
    for (const event of ['online', 'pageshow']) addEventListener(event, () => this.connected || this.#open());
    setInterval(() => this.#listenForSilence(), 1000);
  }

  // The server's clock. A message is late by its way here, never early: so the largest difference is the nearest.
  now() {
    return Date.now() + (this.#skews.length ? Math.max(...this.#skews) : 0);
  }

  show(window) {
    this.#window = window;
    this.#attempts = 0;
    this.#open();
  }

  // Until then nothing is heard, whatever wakes the page.
  begin() {
    this.#begun = true;
    this.#open();
  }

  #open() {
    if (!this.#begun) return;
    clearTimeout(this.#timer);
    if (this.#stream) this.#stream.close();
    const stream = new EventSource(`events?window=${encodeURIComponent(this.#window)}`);
    this.#stream = stream;
    this.#heardAt = Date.now();
    stream.addEventListener('board', (event) => this.#stream === stream && this.#take(JSON.parse(event.data)));
    stream.onerror = () => this.#stream === stream && this.#lose();
  }

  #take(board) {
    if (this.#build !== null && board.build !== this.#build) location.reload();
    this.#build = board.build;
    const local = Date.now();
    const now = Date.parse(board.now);
    this.#heardAt = local;
    this.#skews = [...this.#skews.slice(-29), now - local];
    this.connected = this.everConnected = true;
    this.#attempts = 0;
    this.feed = board.feed;
    this.asOf = board.asOf === null ? null : Date.parse(board.asOf);
    this.#sample(now);
    if (board.full) this.cards.clear();
    for (const card of board.scorecards) this.cards.set(this.keyOf(card), card);
    this.#onBoard();
  }

  #sample(now) {
    if (this.asOf === null) return;
    this.samples = this.samples.filter((sample) => now - sample.now < SAMPLE_MILLIS && sample.now <= now);
    this.samples.push({ now, asOf: this.asOf });
  }

  #listenForSilence() {
    if (this.#stream && Date.now() - this.#heardAt > SILENCE_MILLIS) this.#lose();
  }

  #lose() {
    this.#stream.close();
    this.#stream = null;
    if (this.connected) this.since = this.#heardAt;
    this.connected = false;
    this.samples = [];
    const pause = Math.min(LONGEST_PAUSE, 1000 * 2 ** this.#attempts) * (0.75 + Math.random() / 2);
    this.#attempts += 1;
    this.retryAt = Date.now() + pause;
    this.#timer = setTimeout(() => this.#open(), pause);
    this.#onBoard();
  }
}
