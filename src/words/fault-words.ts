/** The page that stands in the place of every other while the content is at fault. */
export const faultWords = {
  title: (n: number): string => `内容里有 ${n} 处要改`,
  lead: '改好并保存以后，这一页会自己换成要看的网页。',
  expected: '应为：',
  found: '实际为：',
  /** Beside words of an entry that waits for review. */
  waits: '待定',
} as const;
