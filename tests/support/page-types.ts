/** One page of each type that a reader of the first plan meets. */
export const pageTypes = [
  '',
  '20xx/',
  '20xx/full/',
  '20xx/sections/',
  '20xx/sections/1/',
  '20xx/general/',
  '20xx/general/1/',
  '20xx/tasks/',
  '20xx/tasks/3/',
  '20xx/tasks/23/3/',
  '20xx/targets/',
  '20xx/targets/t1-graduates/',
  '20xx/audiences/',
  '20xx/audiences/teacher/',
  '20xx/documents/',
  '20xx/initiatives/',
  '20xx/meetings/',
  '20xx/notes/',
  '20xx/relations/',
  '20xx/charts/',
  '20xx/charts/enrolment/',
  '20xx/data/',
  'glossary/',
  'glossary/two-exemptions-one-subsidy/',
  'guides/',
  'guides/parents/',
  'guides/figures/',
  'changes/',
  'settings/',
  'search/',
  'offline/',
  '404.html',
];

/** What is made for paper: every marked word of the whole plan is a link to an endnote there. */
export const paperTypes = ['20xx/print/'];

/** One page of each type that stands in a page of somebody else. */
export const embeddedTypes = [
  '20xx/tasks/23/3/embed/',
  '20xx/general/1/embed/',
  '20xx/targets/t1-graduates/embed/',
  '20xx/charts/enrolment/embed/',
];
