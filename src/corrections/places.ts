import { z } from 'zod';
import type { ParsedText } from '../text/parse.ts';

/** The parts of an edition of a plan's text that places are made of. */
export type Edition = Pick<ParsedText, 'front' | 'general' | 'sections' | 'tasks' | 'closing'>;

const n = z.int().positive();

/** Where words stand in an edition: by the numbers that addresses are made of. */
export const placeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('front'), part: n }),
  z.strictObject({ kind: z.literal('general'), sentence: n }),
  z.strictObject({ kind: z.literal('section'), section: n }),
  z.strictObject({ kind: z.literal('group'), section: n, group: n }),
  z.strictObject({ kind: z.literal('lead'), section: n, group: n.optional(), sentence: n }),
  z.strictObject({ kind: z.literal('task'), section: n, task: n }),
  z.strictObject({ kind: z.literal('sentence'), section: n, task: n, sentence: n }),
  z.strictObject({ kind: z.literal('closing'), part: n }),
]);

export type Place = z.infer<typeof placeSchema>;

/** A place and the words that stand there. */
export type Passage = { place: Place; text: string };

/**
 * The smallest passages of an edition, in the order of the source: its sentences, headings and the lines around them.
 * Together they are all its words but the numbers.
 */
export function listPassages({ front, general, sections, tasks, closing }: Edition): Passage[] {
  const passages: Passage[] = [
    ...front.map(({ text }, i): Passage => ({ place: { kind: 'front', part: i + 1 }, text })),
    ...general.map(({ n: sentence, text }): Passage => {
      return { place: { kind: 'general', sentence }, text };
    }),
  ];
  for (const { n: section, heading, lead, groups, tasks: numbers } of sections) {
    if (heading) passages.push({ place: { kind: 'section', section }, text: heading.text });
    for (const { n: sentence, text } of lead) {
      passages.push({ place: { kind: 'lead', section, sentence }, text });
    }
    let told = 0;
    for (const number of numbers) {
      const task = tasks[number - 1];
      if (!task) throw new RangeError(`task ${number} is missing`);
      // Groups are counted in the order of the source: those not yet told stand around this task.
      for (; told < (task.group ?? 0); told += 1) {
        const group = groups[told];
        if (!group) continue;
        const place = { section, group: group.n };
        passages.push({ place: { kind: 'group', ...place }, text: group.heading.text });
        for (const { n: sentence, text } of group.lead) {
          passages.push({ place: { kind: 'lead', ...place, sentence }, text });
        }
      }
      for (const { n: sentence, text } of task.sentences) {
        passages.push({ place: { kind: 'sentence', section, task: task.n, sentence }, text });
      }
    }
  }
  return [
    ...passages,
    ...closing.map(({ text }, i): Passage => {
      return { place: { kind: 'closing', part: i + 1 }, text };
    }),
  ];
}

/** The tasks of an edition, each with its title: what the address of a task stands for. */
export function listTasks({ tasks }: Pick<Edition, 'tasks'>): Passage[] {
  return tasks.map(({ n: task, section, title }) => ({
    place: { kind: 'task', section, task },
    text: title.text,
  }));
}

/** A name for a place, by which maps know it. */
export function keyOf(place: Place): string {
  switch (place.kind) {
    case 'front':
    case 'closing':
      return `${place.kind}${place.part}`;
    case 'general':
      return `g${place.sentence}`;
    case 'section':
      return `p${place.section}`;
    case 'group':
      return `p${place.section}g${place.group}`;
    case 'lead':
      return `p${place.section}${place.group === undefined ? '' : `g${place.group}`}s${place.sentence}`;
    case 'task':
      return `t${place.task}`;
    case 'sentence':
      return `t${place.task}s${place.sentence}`;
  }
}
