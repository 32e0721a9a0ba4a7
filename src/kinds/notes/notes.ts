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
import { type Message, joined, told } from '../../text/say.ts';

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
      error: told({
        en: '`masks` with kind mask, and with no other',
        zh: 'kind 是 mask 时写 `masks`，不是就不写',
      }),
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
              expected: joined`${entry.id}: ${{
                en: `a quotation with the “${mask}” that it explains`,
                zh: `引文里有它所说明的“${mask}”`,
              }}`,
              found: joined`${quoteBriefly(mention.quote, 60)}${describeNearestMask(tree, mention, where)}`,
            });
          }
          masks.push({ span: anchored.span, where });
        }
        if (entry.reading === mention.quote) {
          throw new PlanError('note-reading', where, {
            expected: joined`${entry.id}: ${{
              en: 'words that differ from its reading',
              zh: '与所建议的读法（reading）不同的文字',
            }}, ${describePlace(mention)}`,
            found: joined`${quoteBriefly(mention.quote, 60)}, ${{ en: 'which is the reading', zh: '与读法相同' }}`,
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

/** The end of a message that names the mask nearest to a quotation in its place, with the characters about it. */
function describeNearestMask(tree: AnchorTree, quotation: Quotation, where: Where): Message {
  const { passage, start } = resolveQuotation(tree, quotation, where);
  const masks = Array.from(passage.text.matchAll(/\*/gu), ({ index }) => index);
  const [nearest] = masks.sort((a, b) => Math.abs(a - start) - Math.abs(b - start));
  if (nearest === undefined) return { en: '; nearest: none', zh: '；那里没有遮盖' };
  const words = quoteBriefly(passage.text.slice(Math.max(0, nearest - 6), nearest + 7));
  return { en: `; nearest: ${words}`, zh: `；最近的遮盖：${words}` };
}
