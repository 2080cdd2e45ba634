import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exampleHref, fields, groups, typeName } from '../../static/model/openapi.js';

const document = {
  paths: {
    '/api/quotes': {
      get: {
        operationId: 'searchQuotes',
        summary: 'Search quotes',
        parameters: [
          { name: 'q', in: 'query', description: 'The query.', schema: { type: 'string' }, example: 'levy OR tide' },
          { name: 'kind', in: 'query', schema: { type: 'array', items: { enum: ['direct', 'mixed'] } }, example: ['direct'] },
        ],
        responses: { 200: { description: 'Quotes', content: { 'application/json': { schema: { $ref: '#/components/schemas/Quote' } } } } },
      },
    },
    '/api/quotes.csv': { get: { operationId: 'csv', responses: {} } },
    '/api/verify': { post: { operationId: 'verify', responses: {} } },
    '/healthz': { get: { operationId: 'health', responses: {} } },
  },
  components: {
    schemas: {
      Quote: {
        allOf: [{ properties: { start: { type: 'integer' } } }],
        properties: {
          id: { type: 'string', description: 'Its identity.' },
          others: { type: 'array', items: { $ref: '#/components/schemas/Quote' } },
        },
        required: ['id'],
      },
    },
  },
};

const name = { name: 'id', place: 'path', required: true, type: '', about: '', usual: '', example: 'a 1' };
const query = { ...name, name: 'q', place: 'query', required: false, example: 'levy & tide' };

test('operations stand with what they are about', () => {
  const found = groups(document, {}).map((group) => [group.name, ...group.operations.map(({ path }) => path)]);
  assert.deepEqual(found, [['Quotes', '/api/quotes', '/api/quotes.csv'], ['Verify', '/api/verify'], ['The server', '/healthz']]);
});

test('a parameter says what it takes', () => {
  const [q, kind] = groups(document, {})[0]?.operations[0]?.parameters ?? [];
  assert.deepEqual([q?.type, q?.example, q?.about], ['string', 'levy OR tide', 'The query.']);
  assert.deepEqual([kind?.type, kind?.example], ['direct | mixed, repeats', 'direct']);
});

test('an example is an address that this archive answers', () => {
  assert.equal(exampleHref('/api/articles/{id}', [name, query], { articles: 'b/2' }), '/api/articles/b%2F2');
  assert.equal(exampleHref('/api/articles', [query, { ...query, name: 'sort' }], {}), '/api/articles?q=levy+%26+tide');
  assert.equal(exampleHref('/api/articles/{id}/similar', [name], {}), '/api/articles/a%201/similar');
  assert.equal(exampleHref('/api/stats', [], {}), '/api/stats');
  assert.equal(groups(document, {})[1]?.operations[0]?.example, '', 'what is sent has no address');
});

test('a schema is a list of fields, which ends where it would hold itself', () => {
  const found = fields(document, { $ref: '#/components/schemas/Quote' });
  assert.deepEqual(
    found.map((field) => [field.name, field.required, field.parts.length]),
    [['start', false, 0], ['id', true, 0], ['others', false, 0]],
  );
});

test('types are words', () => {
  assert.equal(typeName({ pattern: '^(direct|mixed)$', type: 'string' }), 'direct | mixed');
  assert.equal(typeName({ type: 'string', format: 'date' }), 'date');
  assert.equal(typeName({ type: 'integer', minimum: 1, maximum: 100 }), 'integer 1–100');
  assert.equal(typeName({ type: 'array', items: { type: 'string' } }), 'list of string');
});
