import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineDiff } from '../browser/lines.js';

test('texts that are alike do not differ', () => assert.equal(lineDiff('a\nb\n', 'a\nb\n'), ''));

test('what went and what came stands among its neighbours', () => {
  const before = 'a\nb\nc\nd\ne\nf\ng\nh';
  assert.equal(lineDiff(before, before.replace('e', 'x')), '  c\n  d\n- e\n+ x\n  f\n  g\n…');
  assert.equal(lineDiff('', 'a'), '- \n+ a');
});
