// Figures as a person reads them. No value is a dash, never 0.

export const DASH = '–';

const language = navigator.language || 'en';
const counts = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
const decimals = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const hours = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
const percents = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1, minimumFractionDigits: 1 });
const wholePercents = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
const times = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
const dates = new Intl.DateTimeFormat(language, {
  year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
});

// From ten hours on, seconds say nothing.
const LONG = 36000;

const isNumber = (value) => typeof value === 'number' && Number.isFinite(value);

const two = (number) => String(number).padStart(2, '0');

export function count(value) {
  return isNumber(value) ? counts.format(value) : DASH;
}

// A ratio, 0 to 1. What is not all does not read as all.
export function ratio(value) {
  if (!isNumber(value)) return DASH;
  if (value === 0 || value === 1) return wholePercents.format(value);
  return percents.format(Math.min(Math.max(value, 0.0005), value < 1 ? 0.9994 : value));
}

// A mean or limit in seconds: 8.4 s, 41 s, 2:31, 1:02:31, 26.1 h.
export function seconds(value) {
  if (!isNumber(value)) return DASH;
  if (value < 10 && value % 1 !== 0) return `${decimals.format(value)} s`;
  if (value >= LONG) return `${hours.format(value / 3600)} h`;
  return Math.round(value) < 60 ? `${Math.round(value)} s` : clock(Math.round(value) * 1000);
}

// A running clock, milliseconds: 0:07, 2:31, 1:02:31, 3 d 4 h.
export function clock(millis) {
  if (!isNumber(millis)) return DASH;
  const all = Math.max(0, Math.floor(millis / 1000));
  const hours = Math.floor(all / 3600);
  if (hours >= 48) return `${Math.floor(hours / 24)} d ${hours % 24} h`;
  const minutes = Math.floor(all / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(all % 60)}` : `${minutes}:${two(all % 60)}`;
}

// A figure's number and its unit, so that the unit can be smaller: 81.1 and %, 41 and s.
export function parts(text) {
  const unit = /\s?[%sh]$/u.exec(text);
  return unit ? [text.slice(0, unit.index), unit[0]] : [text, ''];
}

// How long, in words: 12 s, 3 min, 2 h 5 min, 4 days.
export function span(millis) {
  const all = Math.max(0, Math.round(millis / 1000));
  if (all < 100) return `${all} s`;
  if (all < 6000) return `${Math.round(all / 60)} min`;
  if (all < 172800) return `${Math.floor(all / 3600)} h ${Math.floor(all / 60) % 60} min`;
  return `${counts.format(Math.floor(all / 86400))} days`;
}

// The time of day where the page is; with the date when it is another day.
export function moment(millis, now = Date.now()) {
  if (!isNumber(millis)) return DASH;
  const sameDay = new Date(millis).toDateString() === new Date(now).toDateString();
  return (sameDay ? times : dates).format(millis);
}

export function inUnit(unit, value) {
  switch (unit) {
    case 'ratio': return ratio(value);
    case 'seconds': return seconds(value);
    case 'count': return count(value);
    default: return isNumber(value) ? decimals.format(value) : DASH;
  }
}

// The same with so many more digits.
function closer(unit, value, digits) {
  const fraction = new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  if (unit !== 'seconds') {
    const share = { style: 'percent', minimumFractionDigits: digits + 1, maximumFractionDigits: digits + 1 };
    return unit === 'ratio' ? new Intl.NumberFormat(language, share).format(value) : fraction.format(value);
  }
  return value < 60 ? `${fraction.format(value)} s` : `${clock(value * 1000)}${fraction.format(value % 1).slice(1)}`;
}

// A value beside its goal. What misses the goal does not read as if it kept it: 30.4 s, not 30 s, where 30 s is the most.
export function besideGoal(unit, better, value, goal) {
  const text = inUnit(unit, value);
  const misses = isNumber(value) && isNumber(goal) && (better === 'lower' ? value > goal : value < goal);
  if (!misses || text !== inUnit(unit, goal)) return text;
  const digits = [1, 2, 3].find((some) => closer(unit, value, some) !== closer(unit, goal, some));
  return digits ? closer(unit, value, digits) : text;
}

export function target(unit, better, value) {
  if (!isNumber(value)) return '';
  const goal = unit === 'ratio' ? wholePercents.format(value) : inUnit(unit, value);
  return `${better === 'lower' ? '≤' : '≥'}${goal}`;
}
