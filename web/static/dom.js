// The few lines that make elements. Text only ever goes in as text.

const SVG = 'http://www.w3.org/2000/svg';

/** @typedef {Record<string, string | number | boolean | undefined>} Attributes */
/** @typedef {Node | string | null | undefined | false} Child */

/** An HTML element with attributes (`true` is an empty one, `false` and `undefined` none) and children.
 * @template {keyof HTMLElementTagNameMap} T @param {T} tag @param {Attributes} [attributes] @param {...Child} children
 * @returns {HTMLElementTagNameMap[T]} */
export function element(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

/** The same for SVG. @template {keyof SVGElementTagNameMap} T @param {T} tag @param {Attributes} [attributes] @param {...Child} children
 * @returns {SVGElementTagNameMap[T]} */
export function drawing(tag, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

/** @template {Element} E @param {E} node @param {Attributes} attributes @param {Child[]} children */
function filled(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) node.setAttribute(name, value === true ? '' : String(value));
  }
  node.append(...present(children));
  return node;
}

/** The children that are there. @param {Child[]} children */
function present(children) {
  return /** @type {(Node | string)[]} */ (children.filter((child) => child instanceof Node || Boolean(child)));
}

/** @param {string} name of a symbol in index.html */
export function icon(name) {
  return drawing('svg', { 'aria-hidden': 'true' }, drawing('use', { href: `#icon-${name}` }));
}

/** A fresh copy of a template of index.html. @param {string} id @returns {HTMLElement} */
export function copyOf(id) {
  // Not by its id alone: what a page shows may have the same.
  const template = document.querySelector(`template#${id}`);
  const root = template instanceof HTMLTemplateElement ? template.content.firstElementChild?.cloneNode(true) : null;
  if (!(root instanceof HTMLElement)) throw new Error(`index.html has no template "${id}"`);
  return root;
}

/** The place of that name in a copy. @param {ParentNode} root @param {string} name @returns {HTMLElement} */
export function slot(root, name) {
  const found = root.querySelector(`[data-slot="${name}"]`);
  if (!found) throw new Error(`the template has no place "${name}"`);
  return /** @type {HTMLElement} */ (found);
}

/** Puts content into a place, or removes the place when there is none.
 * @param {ParentNode} root @param {string} name @param {...Child} children */
export function fill(root, name, ...children) {
  const place = slot(root, name);
  const content = present(children);
  if (content.length) place.replaceChildren(...content);
  else place.remove();
}

/** Nodes with another between them. @param {Node[]} nodes @param {() => Node} between @returns {Node[]} */
export function separated(nodes, between) {
  return nodes.flatMap((node, index) => (index ? [between(), node] : [node]));
}

/** Tells a screen reader. @param {string} text */
export function announce(text) {
  const live = document.getElementById('live');
  if (live) live.textContent = text;
}
