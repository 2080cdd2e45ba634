// What differs between two texts, line by line.

const AROUND = 2;

/** The lines that went (-) and came (+), with some around them; empty if the texts are alike.
 * @param {string} before @param {string} after */
export function lineDiff(before, after) {
  const rows = compared(before.split('\n'), after.split('\n'));
  const changes = rows.flatMap(({ sign }, index) => (sign === ' ' ? [] : index));
  const isNear = (/** @type {number} */ index) => changes.some((change) => Math.abs(change - index) <= AROUND);
  return rows
    .flatMap(({ sign, line }, index) => (isNear(index) ? `${sign} ${line}` : isNear(index - 1) ? '…' : []))
    .join('\n');
}

/** By the longest common subsequence. @param {string[]} before @param {string[]} after @returns {{sign: ' ' | '-' | '+', line: string}[]} */
function compared(before, after) {
  const common = lengths(before, after);
  const at = (/** @type {number} */ i, /** @type {number} */ j) => common[i]?.[j] ?? 0;
  const rows = [];
  for (let i = 0, j = 0; i < before.length || j < after.length; ) {
    const [old, young] = [before[i], after[j]];
    if (old !== undefined && old === young) {
      rows.push({ sign: /** @type {const} */ (' '), line: old });
      i += 1;
      j += 1;
    } else if (old !== undefined && (young === undefined || at(i + 1, j) >= at(i, j + 1))) {
      rows.push({ sign: /** @type {const} */ ('-'), line: old });
      i += 1;
    } else {
      rows.push({ sign: /** @type {const} */ ('+'), line: young ?? '' });
      j += 1;
    }
  }
  return rows;
}

/** How many lines are common from each pair of places on. @param {string[]} before @param {string[]} after */
function lengths(before, after) {
  const table = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const [row, below] = /** @type {[Uint32Array, Uint32Array]} */ ([table[i], table[i + 1]]);
      row[j] = before[i] === after[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return table;
}
