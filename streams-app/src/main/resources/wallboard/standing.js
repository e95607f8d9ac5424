// What can be trusted now. A pure function of what was heard, and when.

import { moment, span } from './format.js';

export const SILENCE_MILLIS = 5000;
const MOVING = 0.2;

const say = (kind, word, icon, text) => ({ kind, word, icon, text });

// How fast the data's time has moved against the clock lately; null while unknown.
export function pace(samples) {
  if (samples.length < 2) return null;
  const [first, last] = [samples[0], samples[samples.length - 1]];
  const passed = last.now - first.now;
  return passed < 1500 ? null : (last.asOf - first.asOf) / passed;
}

function behind(lag, speed) {
  const left = speed !== null && speed > 1.05 ? `, about ${span(lag / (speed - 1))} to go` : '';
  return say('catching-up', 'CATCHING UP', 'catching-up', `figures are ${span(lag)} behind${left}`);
}

/**
 * @param heard {connected, since, retryAt, feed, asOf, cards, samples}: what was heard; moments in the server's clock
 *     except since and retryAt, which are the viewer's
 * @param now the server's clock
 * @param local the viewer's clock
 */
export function standing(heard, now, local, staleAfter) {
  if (!heard.connected) {
    const retry = heard.retryAt > local ? `next try in ${Math.ceil((heard.retryAt - local) / 1000)} s` : 'trying again';
    const text = heard.everConnected ? `no word from the server since ${moment(heard.since, local)} · ${retry}` : retry;
    return heard.everConnected ? say('offline', 'OFFLINE', 'offline', text) : say('connecting', 'CONNECTING', 'waiting', text);
  }
  const { state, since, reason } = heard.feed;
  if (state === 'LOST') {
    return say('stale', 'STALE', 'stale', `the server cannot read the scorecards since ${moment(Date.parse(since), local)}: ${reason}`);
  }
  if (heard.cards === 0) {
    const text = state === 'LIVE' ? 'the first scorecards come within a minute of the first events' : reason || 'reading the scorecards';
    return say('no-data', 'NO DATA YET', 'waiting', text);
  }
  return byAge(heard, now, staleAfter);
}

function byAge(heard, now, staleAfter) {
  if (heard.asOf === null) {
    return say('stale', 'STALE', 'stale', 'nothing says how old these figures are');
  }
  const lag = now - heard.asOf;
  if (lag <= staleAfter) {
    return heard.feed.state === 'LIVE'
      ? say('live', 'LIVE', 'live', '')
      : say('catching-up', 'CATCHING UP', 'catching-up', 'the server is reading the scorecards');
  }
  const speed = pace(heard.samples);
  if (speed !== null && speed > MOVING) return behind(lag, speed);
  return say('stale', 'STALE', 'stale', `figures are ${span(lag)} old and do not move`);
}
