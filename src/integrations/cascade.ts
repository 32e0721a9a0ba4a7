import postcss, { type AtRule, type ChildNode } from 'postcss';

const flattened = new Map<string, string>();

/**
 * Takes the rules of a stylesheet out of their cascade layers, which browsers before 2022 throw away whole. Rules
 * are put into the order of the layers; what stands in no layer comes last. Specificity counts across layers
 * then: where two rules of different layers name one property of one element, the later layer's must not be
 * weaker. A test compares what a browser makes of both.
 *
 * @returns the same rules without `@layer`
 */
export function flattenLayers(css: string): string {
  const known = flattened.get(css);
  if (known !== undefined) return known;
  const layers = new Map<string, ChildNode[]>();
  const outside: ChildNode[] = [];
  const rulesOf = (name: string): ChildNode[] => {
    const rules = layers.get(name) ?? [];
    layers.set(name, rules);
    return rules;
  };
  const isLayer = (node: ChildNode): node is AtRule =>
    node.type === 'atrule' && node.name === 'layer';
  for (const node of postcss.parse(css).nodes) {
    if (!isLayer(node)) outside.push(node);
    else if (node.nodes) rulesOf(node.params).push(...node.nodes);
    else for (const name of node.params.split(',')) rulesOf(name.trim());
  }
  for (const node of [...[...layers.values()].flat(), ...outside]) makePhysical(node);
  const result = [...[...layers.values()].flat(), ...outside].map(String).join('');
  flattened.set(css, result);
  return result;
}

/** The sides of a text that runs from left to right in lines from top to bottom, as all of this site does. */
const physical: Record<string, string> = {
  'inline-start': 'left',
  'inline-end': 'right',
  'block-start': 'top',
  'block-end': 'bottom',
  'inline-size': 'width',
  'block-size': 'height',
};

/** Names sides as browsers did before 2018, and in fewer characters, four of them in one. */
function makePhysical(node: ChildNode): void {
  if (node.type === 'decl') {
    node.prop = node.prop.replace(
      /^((?:margin|padding|border|scroll-margin|min|max)-)?(inline-start|inline-end|block-start|block-end|inline-size|block-size)(?=-|$)/u,
      (_all, before: string = '', side: string) => before + (physical[side] ?? side),
    );
    return;
  }
  if (!('nodes' in node) || !node.nodes) return;
  node.nodes.forEach(makePhysical);
  for (const what of ['padding', 'margin']) joinSides(node, what);
}

/** Puts the four sides of a box, where all are given and nothing else of it, into one declaration. */
function joinSides(rule: { nodes?: ChildNode[] | undefined }, what: string): void {
  const own = (rule.nodes ?? []).flatMap((node) =>
    node.type === 'decl' && node.prop.startsWith(what) ? node : [],
  );
  const sides = ['top', 'right', 'bottom', 'left'].map((side) =>
    own.find(({ prop }) => prop === `${what}-${side}`),
  );
  const [top, right, bottom, left] = sides;
  if (own.length !== 4 || !top || !right || !bottom || !left) return;
  if (new Set(sides.map((side) => side?.important)).size > 1) return;
  const values = [top.value, right.value, bottom.value, left.value];
  if (values[3] === values[1]) values.pop();
  if (values.length === 3 && values[2] === values[0]) values.pop();
  own[0]?.replaceWith({ prop: what, value: values.join(' '), important: top.important ?? false });
  for (const side of own.slice(1)) side.remove();
}
