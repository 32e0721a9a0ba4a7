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
  const result = [...[...layers.values()].flat(), ...outside]
    .map(String)
    .join('')
    // The names that the compiler gives the two halves of light-dark() stand in every colour.
    .replaceAll('--lightningcss-', '--');
  flattened.set(css, result);
  return result;
}
