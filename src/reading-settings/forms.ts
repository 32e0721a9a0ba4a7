/**
 * The forms of characters, where a form is what stands for a character: its traditional one, its reading. Most have one
 * form wherever they stand; others depend on what stands beside them (发展, 头发).
 */
export type Forms = {
  /** Each form, and the characters that have it unless it is said below that they have another. */
  usual: Record<string, string>;
  /** Each form, and the words in which a character has it: the place of the character in them, one digit, and the words. */
  within: Record<string, string[]>;
};

/** The forms of the characters of a text, by UTF-16 unit; none where a character is as it is. */
export type FindForms = (text: string) => (string | undefined)[];

export function readForms({ usual, within }: Forms): FindForms {
  const usually = new Map(
    Object.entries(usual).flatMap(([form, characters]) =>
      Array.from(characters, (character): [string, string] => [character, form]),
    ),
  );
  const cases = Object.entries(within).flatMap(([form, all]) =>
    all.map((one) => ({ form, at: Number(one.charAt(0)), words: one.slice(1) })),
  );
  return (text) => {
    const forms = Array.from({ length: text.length }, (_, i) => usually.get(text.charAt(i)));
    for (const { form, at, words } of cases) {
      for (let i = text.indexOf(words); i >= 0; i = text.indexOf(words, i + 1)) {
        forms[i + at] = form;
      }
    }
    return forms;
  };
}

/** Between two texts that are read together: no words of `within` go across it. */
export const textEnd = '\n';

/** Elements that stand within a line: words go on across their edges. */
const inLine =
  /^(?:a|abbr|b|bdi|cite|data|del|dfn|em|i|ins|label|mark|q|ruby|rt|s|small|span|strong|sub|sup|time|tspan|u|wbr)$/u;

export const isInLine = (name: string): boolean => inLine.test(name);

/** Attributes that readers see or hear. */
export const spokenAttributes: readonly string[] = ['title', 'aria-label', 'alt', 'placeholder'];
