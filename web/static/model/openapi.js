// The description of the API, read for people: its operations in groups, their parameters, examples and answers.

/** A JSON object of the description. @typedef {Record<string, any>} Json */
/** @typedef {{name: string, type: string, about: string, required: boolean, usual: string, example: string, place: string}} Parameter */
/** A part of an answer; `parts` is empty where there are none, or where it has itself as a part.
 * @typedef {{name: string, type: string, about: string, required: boolean, parts: Field[]}} Field */
/** @typedef {{status: string, about: string, type: string, parts: Field[]}} Answer */
/** @typedef {{id: string, method: string, path: string, title: string, about: string, parameters: Parameter[],
 *   body: Field[], answers: Answer[], example: string}} Operation */
/** What this archive has, by the room of a path: an article's id for `articles`. @typedef {Record<string, string | undefined>} Known */

const METHODS = ['get', 'post'];

/** The operations, those of one thing together. @param {Json} document @param {Known} known @returns {{name: string, operations: Operation[]}[]} */
export function groups(document, known) {
  /** @type {Map<string, Operation[]>} */
  const found = new Map();
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS.filter((name) => item[name])) {
      const name = groupName(path);
      found.set(name, [...(found.get(name) ?? []), operation(document, method, path, item[method], known)]);
    }
  }
  return [...found].map(([name, operations]) => ({ name, operations }));
}

/** `/api/quotes.csv` belongs to the quotes. @param {string} path */
function groupName(path) {
  const [, root = '', room = ''] = path.split('/');
  if (root !== 'api') return 'The server';
  const name = room.split('.')[0] ?? '';
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** @param {Json} document @param {string} method @param {string} path @param {Json} given @param {Known} known @returns {Operation} */
function operation(document, method, path, given, known) {
  const parameters = (given.parameters ?? []).map(parameter);
  const body = /** @type {Json[]} */ (Object.values(given.requestBody?.content ?? {}))[0]?.schema;
  return {
    id: given.operationId,
    method: method.toUpperCase(),
    path,
    title: given.summary ?? '',
    about: given.description ?? '',
    parameters,
    body: body ? fields(document, body) : [],
    answers: Object.entries(given.responses).map(([status, answer]) => answered(document, status, answer)),
    example: method === 'get' ? exampleHref(path, parameters, known) : '',
  };
}

/** @param {Json} given @returns {Parameter} */
function parameter({ name, in: place, description = '', required = false, schema = {}, example }) {
  const one = schema.items ?? schema;
  return {
    name,
    place,
    required,
    about: description,
    type: typeName(one) + (schema.items ? ', repeats' : ''),
    usual: one.default === undefined ? '' : String(one.default),
    example: String(Array.isArray(example) ? example[0] : (example ?? '')),
  };
}

/** An address that answers: what it names from this archive or from the description, or else with its first parameter.
 * @param {string} path @param {Parameter[]} parameters @param {Known} known */
export function exampleHref(path, parameters, known) {
  const places = parameters.filter(({ place }) => place === 'path');
  const filled = places.reduce((href, { name, example }) => {
    const room = href.split(`/{${name}}`)[0]?.split('/').at(-1) ?? '';
    return href.replace(`{${name}}`, encodeURIComponent(known[room] ?? example));
  }, path);
  const asked = parameters.filter(({ place }) => place === 'query');
  const given = asked.filter(({ required }, index) => required || (index === 0 && places.length === 0));
  const query = new URLSearchParams(given.map(({ name, example }) => [name, example]));
  return query.size ? `${filled}?${query}` : filled;
}

/** @param {Json} document @param {string} status @param {Json} answer @returns {Answer} */
function answered(document, status, { description, content = {} }) {
  const [media = '', given] = Object.entries(content)[0] ?? [];
  const schema = /** @type {Json} */ (given)?.schema;
  return { status, about: description, type: media, parts: schema ? fields(document, schema) : [] };
}

/** The fields of a schema, each with its own. @param {Json} document @param {Json} schema @param {string[]} [within] names of the schemas around it
 * @returns {Field[]} */
export function fields(document, schema, within = []) {
  const name = referred(schema);
  if (name && within.includes(name)) return [];
  const around = name ? [...within, name] : within;
  const own = name ? document.components.schemas[name] : schema;
  if (own.items) return fields(document, own.items, around);
  const parts = (own.allOf ?? []).flatMap((/** @type {Json} */ part) => fields(document, part, around));
  const named = Object.entries(own.properties ?? {}).map(([field, given]) => ({
    name: field,
    type: typeName(given, document),
    about: given.description ?? '',
    required: (own.required ?? []).includes(field),
    parts: fields(document, given, around),
  }));
  return [...parts, ...named];
}

/** @param {Json} schema */
function referred(schema) {
  return typeof schema.$ref === 'string' ? schema.$ref.split('/').at(-1) : undefined;
}

/** What a value is, in a few words. @param {Json} schema @param {Json} [document] @returns {string} */
export function typeName(schema, document) {
  const name = referred(schema);
  if (name) return document ? typeName(document.components.schemas[name] ?? {}) : 'object';
  if (schema.enum) return schema.enum.join(' | ');
  if (schema.items) return `list of ${typeName(schema.items, document)}`;
  const choices = /^\^\(([\w|]+)\)\$$/.exec(schema.pattern ?? '')?.[1];
  if (choices) return choices.split('|').join(' | ');
  const type = schema.format === 'date' ? 'date' : (schema.type ?? 'object');
  const bounds = schema.maximum === undefined ? '' : ` ${schema.minimum ?? ''}–${schema.maximum}`;
  return `${[type].flat().join(' or ')}${bounds}`;
}
