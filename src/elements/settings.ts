/** What the element's data attributes say; see PlanSearch. */
export type Settings = Partial<
  Record<'index' | 'all' | 'script' | 'root' | 'full' | 'plan' | 'page' | 'search', string>
>;
