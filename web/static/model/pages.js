/** The pages that are offered: first, last, and the neighbours of this one; 0 stands for a gap.
 * @param {number} page @param {number} pages @returns {number[]} */
export function offered(page, pages) {
  const near = [1, page - 1, page, page + 1, pages].filter((one) => one >= 1 && one <= pages);
  const shown = [...new Set(near)].sort((left, right) => left - right);
  return shown.flatMap((one, index) => {
    const before = shown[index - 1] ?? one - 1;
    if (one - before === 2) return [one - 1, one];
    return one - before > 2 ? [0, one] : [one];
  });
}
