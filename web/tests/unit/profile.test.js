import assert from 'node:assert/strict';
import { test } from 'node:test';
import { career, withoutPronouns, yearsOf } from '../../static/model/profile.js';

/** @param {string} words @param {number} [first_year] @param {number} [last_year] */
function role(words, first_year, last_year = first_year) {
  return { words, count: 1, first_year, last_year };
}

test('a career is told in the order of years', () => {
  const roles = [role('mayor', 2017, 2024), role('harbour clerk', 2009), role('candidate', 2017)];
  assert.deepEqual(
    career(roles, 5).map(({ words }) => words),
    ['harbour clerk', 'candidate', 'mayor'],
  );
});

test('a career has the most frequent roles, each once, and none without years', () => {
  const first = [role('Prime Minister', 2016), role('next prime minister', 2015), role('leader'), role('author', 2001)];
  const roles = [...first, role('clerk', 2000)];
  assert.deepEqual(
    career(roles, 2).map(({ words }) => words),
    ['author', 'Prime Minister'],
  );
  assert.equal(career([role('minister', 2016), role('administer', 2016)], 2).length, 2, 'whole words alone are the same');
});

test('years are a span or one', () => {
  assert.equal(yearsOf(role('mayor', 2017, 2024)), '2017–2024');
  assert.equal(yearsOf(role('mayor', 2017)), '2017');
});

test('pronouns stand apart', () => {
  const he = { words: 'he', count: 3, merged_by: /** @type {const} */ ('pronoun') };
  const name = { words: 'Okkerley', count: 2, merged_by: /** @type {const} */ ('part_of_name') };
  assert.deepEqual(withoutPronouns([he, name]), { names: [name], pronouns: [he] });
});
