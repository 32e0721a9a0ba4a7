/** The part of puppeteer-core 5.5, which comes without types of its own that fit, that tests of old browsers use. */
declare module 'puppeteer-core' {
  type Page = {
    setViewport(size: { width: number; height: number }): Promise<void>;
    goto(url: string): Promise<unknown>;
    evaluate<Result>(look: () => Result): Promise<Result>;
    type(selector: string, words: string): Promise<void>;
    click(selector: string): Promise<void>;
    waitForSelector(selector: string): Promise<unknown>;
    waitForNavigation(): Promise<unknown>;
    $eval<Result>(selector: string, look: (element: Element) => Result): Promise<Result>;
    $$eval<Result>(selector: string, look: (elements: Element[]) => Result): Promise<Result>;
    on(event: 'pageerror', listen: (error: Error) => void): void;
    close(): Promise<void>;
  };
  type Browser = { newPage(): Promise<Page>; close(): Promise<void> };
  const puppeteer: { launch(options: Record<string, unknown>): Promise<Browser> };
  export default puppeteer;
}
