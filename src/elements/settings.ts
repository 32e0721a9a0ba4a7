/** What search needs to know of its page, and where things are; see PlanSearch. */
export type Settings = Partial<
  Record<'index' | 'all' | 'script' | 'root' | 'full' | 'plan' | 'page' | 'search', string>
>;
