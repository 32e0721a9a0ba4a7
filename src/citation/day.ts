/** The day a reader's clock shows, `YYYY-MM-DD`: 引用日期 is the reader's own day, not that of UTC or of the build. */
export function dayOf(time: Date): string {
  return new Date(Number(time) - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
