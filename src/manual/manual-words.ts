/** The editors' manual, from the project's folder. */
export const manualFile = 'docs/编者手册.md';
