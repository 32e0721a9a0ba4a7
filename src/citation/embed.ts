/** The height of the frame, in pixels, that shows a sentence without scrolling where it is 360 pixels wide or more. */
export function quoteFrameHeight(words: string): number {
  return Math.ceil((Math.ceil(Array.from(words).length / 16) * 33 + 75) / 10) * 10;
}

/** The HTML that sets a page of ours into one of another site; all it says is escaped. `height` is in pixels. */
export function embedCode(frame: { address: string; title: string; height: number }): string {
  const quoted = (text: string): string =>
    text.replace(/&/gu, '&amp;').replace(/"/gu, '&quot;').replace(/</gu, '&lt;');
  return `<iframe src="${quoted(frame.address)}" title="${quoted(frame.title)}" width="100%" height="${frame.height}" frameborder="0" loading="lazy"></iframe>`;
}
