/** The day a reader's clock shows, `YYYY-MM-DD`: 引用日期 is the reader's own day, not that of UTC or of the build. */
export function dayOf(time: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${String(time.getFullYear()).padStart(4, '0')}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}
