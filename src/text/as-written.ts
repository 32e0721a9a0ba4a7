import { isAlias, isMap, isScalar, isSeq, type Document } from 'yaml';
import { z } from 'zod';

/**
 * What a schema asks of a file, where YAML would read something else in the same words: 2027, 0127, 1e3, 3.10 and true
 * stand for themselves wherever a schema asks for a text. Words in quotation marks are a text already, and an
 * empty value, `~` and `null` stay nothing. The other way round, yes and no, on and off are truth values where one is
 * asked for, as they were in YAML 1.1.
 *
 * @param value what YAML reads at `node`
 * @returns the value with the words as the file has them in place of numbers and truth values
 */
export function asWritten(
  schema: z.core.$ZodType,
  value: unknown,
  node: unknown,
  document: Document,
): unknown {
  if (isAlias(node)) return asWritten(schema, value, node.resolve(document), document);
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodNullable
  ) {
    return asWritten(schema.unwrap() as z.core.$ZodType, value, node, document);
  }
  if (schema instanceof z.ZodPipe) return asWritten(schema.in, value, node, document);
  if (schema instanceof z.ZodUnion) {
    const readings = schema.options.map((option) => ({
      option: option as z.core.$ZodType,
      value: asWritten(option as z.core.$ZodType, value, node, document),
    }));
    const fits = readings.find((one) => z.safeParse(one.option, one.value).success);
    // Of readings that all fail, the one that was changed is nearest to what a choice of words asks for.
    return (fits ?? readings.find((one) => one.value !== value))?.value ?? value;
  }
  if (isScalar(node)) {
    if (schema instanceof z.ZodBoolean)
      return truthOf(node.type === 'PLAIN' ? value : undefined, value);
    return asksForWords(schema) ? wordsOf(node, value) : value;
  }
  if (schema instanceof z.ZodArray && isSeq(node) && Array.isArray(value)) {
    return value.map((item: unknown, i) =>
      asWritten(schema.element as z.core.$ZodType, item, node.items[i], document),
    );
  }
  if (schema instanceof z.ZodTuple && isSeq(node) && Array.isArray(value)) {
    return value.map((item: unknown, i) => {
      const ofItem = schema.def.items[i] ?? schema.def.rest;
      return ofItem ? asWritten(ofItem, item, node.items[i], document) : item;
    });
  }
  if (schema instanceof z.ZodObject && isMap(node) && typeof value === 'object' && value) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]: [string, unknown]) => {
        const field = Object.entries(schema.shape).find(([name]) => name === key)?.[1];
        const pair = node.items.find(({ key: name }) => isScalar(name) && name.value === key);
        return [
          key,
          field ? asWritten(field as z.core.$ZodType, item, pair?.value, document) : item,
        ];
      }),
    );
  }
  return value;
}

/** Texts, formats of texts, and choices among words. */
function asksForWords(schema: z.core.$ZodType): boolean {
  if (schema instanceof z.ZodEnum) return schema.options.every((one) => typeof one === 'string');
  if (schema instanceof z.ZodLiteral)
    return [...schema.values].every((one) => typeof one === 'string');
  return schema instanceof z.ZodString || schema instanceof z.ZodStringFormat;
}

function wordsOf({ source }: { source?: string }, value: unknown): unknown {
  return value === null || typeof value === 'string' ? value : (source ?? value);
}

function truthOf(word: unknown, value: unknown): unknown {
  if (typeof word !== 'string') return value;
  if (/^(?:yes|on|y)$/iu.test(word)) return true;
  return /^(?:no|off|n)$/iu.test(word) ? false : value;
}
