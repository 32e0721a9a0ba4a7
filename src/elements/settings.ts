/** What search needs to know of its page, and where things are; see PlanSearch. */
export type Settings = Partial<
  Record<
    'index' | 'all' | 'script' | 'version' | 'root' | 'full' | 'plan' | 'page' | 'search',
    string
  >
>;
