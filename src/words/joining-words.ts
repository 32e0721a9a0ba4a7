/** How words that pages and scripts put together are joined: each language has marks of its own. */
export const joining = {
  comma: '，',
  semicolon: '；',
  /** Between the members of a list. */
  listed: '、',
  colon: '：',
  stop: '。',
  /** Before the source of a quotation. */
  dash: '——',
  /** Between sentences, and between words that no mark parts. */
  gap: '',
  bracketed: (words: string) => `（${words}）`,
};
