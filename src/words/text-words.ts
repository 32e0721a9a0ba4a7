/** What the script of every page says of the plan's text. */
export const textStrings = {
  unloaded: '没有载入，请检查网络后再试。',
};
