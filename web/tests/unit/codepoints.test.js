import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codePointIndex } from '../../static/model/codepoints.js';

test('every code point offset cuts where Array.from does', () => {
  for (const text of ['', 'plain', 'Élodie', '🎙 “Tide 🌊 table”', '🏳️‍🌈 and é', '𝔔uote']) {
    const at = codePointIndex(text);
    const letters = Array.from(text);
    for (let offset = 0; offset <= letters.length; offset += 1) {
      assert.equal(text.slice(0, at(offset)), letters.slice(0, offset).join(''), `${text} ${offset}`);
    }
  }
});

test('offsets outside the text are its ends', () => {
  for (const text of ['tide', '🌊🌊']) {
    assert.equal(codePointIndex(text)(99), text.length);
    assert.equal(codePointIndex(text)(-1), 0);
  }
});
