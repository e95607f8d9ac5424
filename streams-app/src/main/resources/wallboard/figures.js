// Which figures a scorecard shows, and what each of them says at a moment.

import { besideGoal, clock, count, ratio, target, DASH } from './format.js';

export const WORDS = { MET: 'MET', AT_RISK: 'AT RISK', MISSED: 'MISSED', NO_DATA: 'NO DATA' };
const TOO_FEW = 'TOO FEW';

// The word for a status; a value that is there but rests on less than the target's minimum volume is not "no data".
export function wordOf(line) {
  return line.status === 'NO_DATA' && line.value !== null ? TOO_FEW : WORDS[line.status];
}

const millis = (text) => (text ? Date.parse(text) : null);

// A KPI of the window.
function kpi(id, label) {
  return {
    id, label, definition: id,
    read(card, at, catalogue) {
      const line = card.kpis[id];
      const entry = catalogue.get(id) || {};
      if (!line) return { value: DASH, status: 'NO_DATA', target: '' };
      return {
        value: besideGoal(entry.unit, entry.better, line.value, line.target),
        status: line.value === null && line.status === 'NO_TARGET' ? 'NO_DATA' : line.status,
        word: wordOf(line),
        target: target(entry.unit, entry.better, line.target),
      };
    },
  };
}

// A count of what is open now.
function stock(id, field, label) {
  return {
    id, label, definition: id,
    read(card) {
      return { value: count(card[field]), status: card[field] === null ? 'NO_DATA' : 'NO_TARGET', target: '' };
    },
  };
}

// The age of the oldest that is open now: a clock that runs, judged by a KPI's target as it runs.
function oldest(id, field, label, definition, judgedBy) {
  return {
    id, label, definition,
    read(card, at, catalogue) {
      const since = millis(card[field]);
      const age = since === null ? null : Math.max(0, at - since);
      const line = judgedBy ? card.kpis[judgedBy] : null;
      const entry = judgedBy ? catalogue.get(judgedBy) || {} : {};
      const limit = line && line.target !== null ? line.target : null;
      // Judged is what is shown: this wait, now. How the window's longest wait stands is in the definition.
      const judged = age / 1000 > limit ? 'MISSED' : 'MET';
      return {
        value: age === null ? DASH : clock(age),
        status: age === null || limit === null ? 'NO_TARGET' : judged,
        target: limit === null ? '' : target(entry.unit, entry.better, limit),
      };
    },
  };
}

const QUEUED = [
  stock('waiting', 'waiting', 'Waiting'),
  oldest('longest_wait', 'oldestWaitingSince', 'Longest wait', 'longest_wait', 'longest_wait'),
  kpi('service_level', 'Service level'),
  kpi('asa', 'ASA'),
  kpi('abandon_rate', 'Abandoned'),
  kpi('csat', 'CSAT'),
];

const TICKETS = [
  stock('backlog', 'backlog', 'Backlog'),
  oldest('oldest_open', 'oldestOpenSince', 'Oldest open', 'oldest_open_since', null),
  kpi('first_response_time', 'First reply'),
  kpi('resolution_time', 'Resolution'),
  kpi('reopen_rate', 'Reopened'),
  kpi('csat', 'CSAT'),
];

export function figuresOf(card) {
  return card.channel === 'ticket' ? TICKETS : QUEUED;
}

const WEIGHT = { MISSED: 100, AT_RISK: 1 };
const JUDGED = new Set([...QUEUED, ...TICKETS].filter((figure) => figure.id !== 'longest_wait').map((figure) => figure.id));

// How much a scorecard asks for attention: missed targets first, then those at risk.
export function attention(card) {
  return Object.entries(card.kpis).reduce((sum, [id, line]) => sum + ((JUDGED.has(id) && WEIGHT[line.status]) || 0), 0);
}

export function keyOf(card) {
  return [card.scope, card.channel || '', card.queue || card.site || ''].join('/');
}

export function nameOf(card) {
  switch (card.scope) {
    case 'ALL': return 'All';
    case 'CHANNEL': return CHANNELS[card.channel] || card.channel;
    case 'SITE': return card.site;
    default: return card.queue || DASH;
  }
}

export const CHANNELS = { voice: 'Voice', chat: 'Chat', ticket: 'Tickets' };

// By arrival, figures are about those who came; as long as some of them have not left the queue, it says so.
export function knownOf(card) {
  if (card.completeness === null || card.completeness === undefined || card.completeness >= 1) return { short: '', long: '' };
  const share = ratio(card.completeness);
  return {
    short: `${share} known`,
    long: `${share} of the contacts that came in this window have left the queue. Until all have, its figures by arrival still change.`,
  };
}

// Everything before this moment is in: a tile that did not change is as new as the whole board.
export function asOfOf(card, boardAsOf) {
  return Math.max(millis(card.asOf), boardAsOf === null ? 0 : boardAsOf);
}
