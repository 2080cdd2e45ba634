// Dates are civil days as text (2022-02-08), or a year or a month of them (2022, 2022-02). No time zone comes in.

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** @typedef {[year: string, month?: string, day?: string]} Parts */

/** Whether a text is a year, a month or a day that exists. @param {string} text */
export function isDate(text) {
  return parts(text) !== null;
}

/** @param {string} text @returns {Parts | null} */
function parts(text) {
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text.trim());
  if (!found) return null;
  const [, year = '', month, day] = found;
  if (month && (Number(month) < 1 || Number(month) > 12)) return null;
  if (day && (Number(day) < 1 || Number(day) > lastDay(Number(year), Number(month)))) return null;
  return [year, month, day];
}

/** @param {number} year @param {number} month */
function lastDay(year, month) {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The first day of a year, month or day. @param {string} text */
export function firstDayOf(text) {
  return `${text}-01-01`.slice(0, 10);
}

/** The last day of a year, month or day. @param {string} text */
export function lastDayOf(text) {
  const [year, month = '12', day] = parts(text) ?? ['9999'];
  return `${year}-${month}-${day ?? lastDay(Number(year), Number(month))}`;
}

/** "8 February 2022", "February 2022", "2022". @param {string} text */
export function dateWords(text) {
  const [year, month, day] = parts(text) ?? [text];
  if (!month) return year;
  return `${day ? `${Number(day)} ` : ''}${MONTHS[Number(month) - 1]} ${year}`;
}

/** "8 Feb 2022". @param {string} text */
export function shortDate(text) {
  return dateWords(text).replace(/[A-Z][a-z]+/, (month) => month.slice(0, 3));
}

/** "Tuesday 8 February 2022". @param {string} day */
export function longDate(day) {
  const weekday = WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()];
  return weekday ? `${weekday} ${dateWords(day)}` : dateWords(day);
}

/** "September 2023 to June 2024", "since 2022", "All dates". @param {string} from @param {string} to */
export function rangeWords(from, to) {
  if (from && to) return joined(dateWords(from), dateWords(to));
  if (from) return `Since ${dateWords(from)}`;
  return to ? `Until ${dateWords(to)}` : 'All dates';
}

/** The same in few letters, for a chip. @param {string} from @param {string} to */
export function shortRange(from, to) {
  if (from && to) return from === to ? shortDate(from) : `${shortDate(from)} – ${shortDate(to)}`;
  return from ? `since ${shortDate(from)}` : `until ${shortDate(to)}`;
}

/** Says the year once when two months, or two days, share it. @param {string} from @param {string} to */
function joined(from, to) {
  if (from === to) return from;
  const alike = from.split(' ').length === to.split(' ').length && from.endsWith(` ${to.slice(-4)}`);
  return `${alike ? from.slice(0, -5) : from} to ${to}`;
}
