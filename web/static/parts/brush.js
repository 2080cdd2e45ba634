import { element, slot } from '../dom.js';
import { barAt, bucketWords, datesOf } from '../model/histogram.js';
import { drag } from './drag.js';

/** @import { Timeline } from '../../types/wire.js' */
/** @import { Stretch } from '../model/histogram.js' */
/** @typedef {{timeline: Timeline, range: Stretch, handles: boolean, describe: (index: number | null) => void,
 *   choose: (dates: {from?: string, to?: string}) => void}} BrushOptions */
/** @typedef {'first' | 'last'} End */

/** @type {End[]} */
const ENDS = ['first', 'last'];
const KEYS_REST_MS = 500;
const BIG_STEP = 12;
/** Below this share of the width the handles stand outside the range. */
const THIN = 0.05;

/** The range over the bars: click a bar, drag across bars, drag a handle, or use the arrow keys on one. */
export class Brush {
  /** @param {HTMLElement} ribbon @param {BrushOptions} options */
  constructor(ribbon, options) {
    this.options = options;
    this.plot = slot(ribbon, 'plot');
    /** The bars, in one row or in several on one axis. */
    this.rows = [...ribbon.querySelectorAll('[data-slot="bars"]')].map(({ children }) => children);
    this.count = options.timeline.buckets.length;
    /** Whether the range lies beside all bars. */
    this.beside = options.range.first > options.range.last;
    this.shown = this.beside ? { first: 0, last: this.count - 1 } : options.range;
    this.resting = 0;
    this.ends = { first: this.handle('From', 'first'), last: this.handle('To', 'last') };
    this.box = element('div', { class: 'brush', hidden: this.beside }, this.ends.first, this.ends.last);
    if (options.handles) this.plot.append(this.box);
    if (!this.beside) this.place(this.shown);
    this.plot.addEventListener('pointerdown', (event) => this.sweep(event));
    this.plot.addEventListener('pointermove', (event) => options.describe(this.barUnder(event)));
    this.plot.addEventListener('pointerleave', () => options.describe(null));
  }

  /** @param {string} label @param {End} end */
  handle(label, end) {
    const node = element('button', {
      type: 'button',
      class: `brush__h brush__h--${end}`,
      role: 'slider',
      'aria-label': label,
      'aria-valuemin': 0,
      'aria-valuemax': this.count - 1,
      'data-focus': `brush-${end}`,
    });
    node.addEventListener('keydown', (event) => this.step(event, end));
    node.addEventListener('pointerdown', (event) => this.pull(event, end));
    return node;
  }

  /** Shows a range, without telling the view. @param {Stretch} range */
  place(range) {
    this.shown = range;
    const { first, last } = range;
    const width = (last + 1 - first) / this.count;
    this.box.hidden = false;
    this.box.style.left = `${(first / this.count) * 100}%`;
    this.box.style.width = `${width * 100}%`;
    this.box.classList.toggle('brush--all', width === 1);
    this.box.classList.toggle('brush--thin', width < THIN);
    for (const end of ENDS) this.speak(end);
    for (const bars of this.rows) {
      [...bars].forEach((bar, index) => {
        const inside = index >= first && index <= last;
        bar.classList.toggle('b', inside);
        bar.classList.toggle('b-off', !inside);
      });
    }
  }

  /** Says where a handle stands. @param {End} end */
  speak(end) {
    const { buckets, interval } = this.options.timeline;
    const bucket = buckets[this.shown[end]];
    this.ends[end].setAttribute('aria-valuenow', String(this.shown[end]));
    this.ends[end].setAttribute('aria-valuetext', bucket ? bucketWords(bucket, interval) : '');
  }

  /** Tells the view about one end; at the end of the axis it is open. @param {End} end */
  settle(end) {
    const { timeline, choose } = this.options;
    const { from, to } = datesOf(timeline, this.shown);
    if (end === 'first') choose({ from: this.shown.first === 0 ? '' : from });
    else choose({ to: this.shown.last === this.count - 1 ? '' : to });
  }

  /** An arrow key on a handle. @param {KeyboardEvent} event @param {End} end */
  step(event, end) {
    const by = steps(this.count)[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const [least, most] = end === 'first' ? [0, this.shown.last] : [this.shown.first, this.count - 1];
    this.place({ ...this.shown, [end]: Math.min(Math.max(this.shown[end] + by, least), most) });
    this.options.describe(this.shown[end]);
    clearTimeout(this.resting);
    this.resting = window.setTimeout(() => this.settle(end), KEYS_REST_MS);
  }

  /** A handle is pulled. @param {PointerEvent} down @param {End} end */
  pull(down, end) {
    const { first, last } = this.shown;
    drag(this.plot, down, {
      move: (event) => {
        const edge = this.edgeUnder(event);
        this.place(
          end === 'first' ? { first: clamp(edge, 0, last), last } : { first, last: clamp(edge - 1, first, this.count - 1) },
        );
      },
      done: () => this.settle(end),
      cancel: () => this.place({ first, last }),
    });
  }

  /** The pointer is drawn over bars; a click is one bar. @param {PointerEvent} down */
  sweep(down) {
    const before = this.shown;
    const start = this.barUnder(down);
    drag(this.plot, down, {
      move: (event) => {
        const at = this.barUnder(event);
        this.place({ first: Math.min(start, at), last: Math.max(start, at) });
      },
      done: () => this.options.choose(datesOf(this.options.timeline, this.shown)),
      cancel: () => this.place(before),
    });
  }

  /** @param {PointerEvent} event */
  barUnder(event) {
    return barAt(this.shareUnder(event), this.count);
  }

  /** The edge between bars that is nearest. @param {PointerEvent} event */
  edgeUnder(event) {
    return Math.round(this.shareUnder(event) * this.count);
  }

  /** @param {PointerEvent} event */
  shareUnder(event) {
    const { left, width } = this.plot.getBoundingClientRect();
    return (event.clientX - left) / width;
  }
}

/** @param {number} count of bars @returns {Record<string, number>} */
function steps(count) {
  const arrows = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };
  return { ...arrows, PageDown: -BIG_STEP, PageUp: BIG_STEP, Home: -count, End: count };
}

/** @param {number} value @param {number} least @param {number} most */
function clamp(value, least, most) {
  return Math.min(Math.max(value, least), most);
}
