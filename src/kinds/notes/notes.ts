import { z } from 'zod';
import {
  type AnchorTree,
  type Claim,
  type Quotation,
  type Where,
  anchorQuotation,
  anchoredFields,
  describePlace,
  inSourceOrder,
  namesOnePlace,
  placeRule,
  quotationSchema,
  resolveQuotation,
} from '../../text/anchor.ts';
import { PlanError, quoteBriefly } from '../../text/errors.ts';
import { Faults, readEach } from '../../text/faults.ts';
import { atLeastOne, idSchema } from '../../text/schema.ts';
import { parseYaml, refuseRepeated } from '../../text/yaml.ts';
import type { Reading } from '../kind.ts';

/**
 * What a note is about: `mask`, a `*` of the source; `damaged`, characters lost or wrong; `doubtful`, odd
 * wording that may be right; `leak`, what the text lets be seen of what it masks; `context`, what the
 * text implies of its time.
 */
export const noteKinds = ['mask', 'damaged', 'doubtful', 'leak', 'context'] as const;

/** What a `*` stands for. */
const maskedThings = ['year', 'city', 'plan-period', 'name', 'other'] as const;

const certainties = ['certain', 'likely', 'possible'] as const;

const entryFields = {
  id: idSchema,
  kind: z.enum(noteKinds),
  masks: z.enum(maskedThings).optional(),
  /** A few words, for where room is short. */
  title: z.string().min(1),
  /** What is to be seen, and the evidence, in the editor's words. */
  text: z.string().min(1),
  /** What the source may have read: other words than those it has, wherever the note stands. */
  reading: z.string().min(1).optional(),
  certainty: z.enum(certainties),
};

/** `content/plans/<plan>/notes.yaml`: notes on masked, damaged and doubtful words (校注). They never change the text. */
export const notesFileSchema = z.array(
  z
    .strictObject({
      ...entryFields,
      mentions: atLeastOne(quotationSchema.refine(namesOnePlace, placeRule)),
    })
    .refine(({ kind, masks }) => (kind === 'mask') === (masks !== undefined), {
      error: '`masks` with kind mask, and with no other',
    }),
);

export const noteSchema = z.strictObject({
  ...entryFields,
  plan: z.string(),
  mentions: atLeastOne(z.strictObject(anchoredFields)),
});

export type Note = z.infer<typeof noteSchema>;

const mask = '*';

/**
 * Reads `notes.yaml`.
 * @returns notes in the order of the source, the words with a mask that they explain as claims, and the words of each mention as marked
 * @throws PlanError yaml-…, entry-duplicate, reference-missing, quote-…, note-mask, note-reading
 */
export function readNotes(
  text: string,
  file: string,
  tree: AnchorTree & { plan: { id: string } },
): Reading<Note> {
  const yaml = parseYaml(text, file, notesFileSchema);
  const faults = new Faults();
  faults.attempt(() => refuseRepeated(yaml, 'id', noteKinds));
  const { data, lineOf } = yaml;
  const masks: Claim[] = [];
  const words: Claim[] = [];
  const entries = faults.attempt(() =>
    readEach(data, (entry, i): Note => {
      const mentions = readEach(entry.mentions, (mention, j) => {
        const where = { file, line: lineOf([i, 'mentions', j, 'quote']), id: entry.id };
        const anchored = anchorQuotation(tree, mention, where);
        if (entry.kind === 'mask') {
          if (!mention.quote.includes(mask)) {
            throw new PlanError('note-mask', where, {
              expected: `${entry.id}: a quotation with the “${mask}” that it explains`,
              found: `${quoteBriefly(mention.quote, 60)}; nearest: ${describeNearestMask(tree, mention, where)}`,
            });
          }
          masks.push({ span: anchored.span, where });
        }
        if (entry.reading === mention.quote) {
          throw new PlanError('note-reading', where, {
            expected: `${entry.id}: words that differ from its reading, ${describePlace(mention)}`,
            found: `${quoteBriefly(mention.quote, 60)}, which is the reading`,
          });
        }
        words.push({ span: anchored.span, where });
        return anchored;
      });
      return { ...entry, plan: tree.plan.id, mentions: mentions as Note['mentions'] };
    }),
  );
  faults.throwFound();
  return { entries: inSourceOrder(entries ?? []), claims: masks, marked: words };
}

/** The mask that stands nearest to a quotation in its place, with the characters about it. */
function describeNearestMask(tree: AnchorTree, quotation: Quotation, where: Where): string {
  const { passage, start } = resolveQuotation(tree, quotation, where);
  const masks = Array.from(passage.text.matchAll(/\*/gu), ({ index }) => index);
  const [nearest] = masks.sort((a, b) => Math.abs(a - start) - Math.abs(b - start));
  if (nearest === undefined) return 'none';
  return quoteBriefly(passage.text.slice(Math.max(0, nearest - 6), nearest + 7));
}
