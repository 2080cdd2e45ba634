/** The wire counts Unicode code points, JavaScript strings count UTF-16 units.
 * Gives the function that turns the one into the other; offsets past the end are the end.
 * @param {string} text @returns {(offset: number) => number} */
export function codePointIndex(text) {
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return (offset) => clamp(offset, text.length);
  /** @type {number[]} */
  const starts = [];
  let unit = 0;
  for (const character of text) {
    starts.push(unit);
    unit += character.length;
  }
  starts.push(unit);
  return (offset) => starts[clamp(offset, starts.length - 1)] ?? unit;
}

/** @param {number} value @param {number} greatest */
function clamp(value, greatest) {
  return Math.min(Math.max(value, 0), greatest);
}
