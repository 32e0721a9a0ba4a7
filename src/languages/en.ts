import type { Language } from '../language.ts';

/**
 * The interface in English. Each words file of Chinese has its words here under the names that it exports them by, so
 * that one can stand for the other. The plan's own words, and those of its editors, stay as they are.
 */

const count = (n: number): string => n.toLocaleString('en-GB');

/** A number of things: `1 task`, `2 tasks`. */
const plural = (n: number, one: string, many = `${one}s`): string =>
  `${count(n)} ${n === 1 ? one : many}`;

/** `the only task`, `all 7 tasks`. */
const everyOne = (n: number, one: string): string =>
  n === 1 ? `The only ${one}` : `All ${plural(n, one)}`;

const listed = (words: readonly string[]): string => words.join(', ');
const quoted = (words: readonly string[]): string => listed(words.map((word) => `“${word}”`));
const percent = (share: number): string => `${Math.round(share * 100)}%`;
const kilobytes = (bytes: number): string =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
/** An editor's sentence, to go on with. */
const open = (sentence: string): string => sentence.replace(/。$/u, '');

// words/joining-words.ts

export const joining = {
  comma: ', ',
  semicolon: '; ',
  listed: ', ',
  colon: ': ',
  stop: '.',
  dash: '— ',
  gap: ' ',
  bracketed: (words: string) => `(${words})`,
};

// words/text-words.ts

export const textStrings = {
  unloaded: 'Not loaded. Check the network and try again.',
};

// words/strings.ts

export const strings = {
  language: 'en',
  otherLanguage: { language: 'zh', tag: 'zh-CN', name: '中文' },
  qrCode: (address: string) => `QR code: ${address}`,
  skip: 'Skip to content',
  home: 'Home',
  toTop: 'Back to top',
  mainNavigation: 'Main sections',
  overview: 'Overview',
  directory: {
    all: 'More',
    label: 'All pages',
    read: 'Read',
    look: 'Find',
    use: 'Use',
  },
  full: 'Full text',
  guides: 'Guides',
  manual: 'Editors’ manual',
  manualNote:
    'How to turn a plan into a site like this: from the file on your desk to the published site, and what each warning and error means. In Chinese.',
  search: 'Search',
  reader: 'By reader',
  breadcrumb: 'You are here',
  contents: 'Contents',
  general: 'General requirements',
  sectionLabel: (_numeral: string, n: number) => `Section ${n}`,
  taskLabel: (n: number) => `Task ${n}`,
  sentenceLabel: (n: number) => `Sentence ${n}`,
  sentenceIn: (place: string, n: number) => `${place}, sentence ${n}`,
  figureIn: (place: string, figure: string) => `${place}, “${figure}”`,
  previousSentence: 'Previous sentence',
  nextSentence: 'Next sentence',
  seeInText: 'See it in the text',
  ownAddress: 'Address of this page',
  sentencePages:
    'each sentence has a page of its own; its address is that of the task and the number of the sentence, as in tasks/1/2/',
  inThisSentence: 'Figures, notes and terms in this sentence',
  groupIn: (section: string, _numeral: string, n: number) => `${section}, group ${n}`,
  wholePlan: 'All tasks',
  tasksLead: (n: number) =>
    `${plural(n, 'task')}, by section. Select one to read it sentence by sentence. See also: `,
  tasksDescription: (plan: string, n: number) => `${plural(n, 'task')} of ${plan}, by section.`,
  sections: 'Sections',
  sectionsLead: (n: number) =>
    `${plural(n, 'section')}. Select one to read it from start to end. See also: `,
  sectionsDescription: (plan: string, n: number) => `${plural(n, 'section')} of ${plan}.`,
  taskRange: (first: number, last: number) =>
    first === last ? `Task ${first}` : `Tasks ${first}–${last}`,
  generalLead: (n: number) =>
    `${plural(n, 'sentence')}. Select one to see the address of the sentence.`,
  preface: 'Before the title (in the source, but not part of the plan)',
  closing: 'After the text: annexes, signature and date',
  aboutTask: 'About this task',
  passOn: 'Link, citation, QR code',
  inFullText: 'In the full text',
  inFullTextOfPart: 'In the full text',
  allTasksOf: (n: number) => `${everyOne(n, 'task')} of this section`,
  allSectionsOf: (n: number) => everyOne(n, 'section'),
  previousTask: 'Previous task',
  nextTask: 'Next task',
  previousSection: 'Previous section',
  nextSection: 'Next section',
  sourceLine: (line: number) => `Line ${line} of the source`,
  sourceRange: (start: number, end: number) => `characters ${start + 1}–${end}`,
  taskSize: (sentences: number, characters: number, hasTitle: boolean) =>
    `${plural(sentences, 'sentence')}${hasTitle ? ' (the title is the first)' : ''}, ${plural(characters, 'character')}`,
  sectionSize: (tasks: number, characters: number) =>
    `${plural(tasks, 'task')}, ${plural(characters, 'character')}`,
  planSize: (sections: number, tasks: number) =>
    `${plural(sections, 'section')}, ${plural(tasks, 'task')}`,
  planDescription: (plan: string, size: string) => `${plan}: ${size}.`,
  fullDescription: (plan: string, size: string) =>
    `Full text of ${plan}: ${size}, ready to print as a booklet.`,
  readFull: 'Read the full text',
  readFullNote: (characters: number) =>
    `About ${count(Number(characters.toPrecision(2)))} characters on one page, in the order of the source; prints as a booklet`,
  readSections: 'Read by section',
  readSectionsNote: (sections: number, tasks: number) =>
    `${plural(sections, 'section')}, ${plural(tasks, 'task')}; each sentence has its own address`,
  readMatrix: 'See whom it concerns',
  readMatrixNote: 'A row for each group of people or body, a column for each task',
  ways: 'Ways to read',
  archive: 'Other plans',
  allPlans: (n: number) => everyOne(n, 'plan'),
  allSections: 'Sections and tasks',
  matrix: {
    title: 'Which tasks concern whom',
    legend: {
      // Together no wider than a phone.
      dot: 'Supported',
      ring: 'Acting',
      both: 'Both',
      faint: 'Affected',
    },
    finding: (tasks: number, audience: string, most: number) =>
      `Of ${plural(tasks, 'task')}, ${most} concern “${audience}”, more than any other`,
    reading: (tasks: number, audiences: number) =>
      `Each row is a group of people or a body, each column a task; a dot means that the task concerns them. ${plural(audiences, 'row')}, ${plural(tasks, 'task')}. A full dot stands for those who are supported, a ring for those who carry it out, a dot in a ring for both; a small dot for those who are only supervised or affected. Editors decided whom a task concerns, and in what role, by the words of the source.`,
    dot: (task: string, audience: string, roles: readonly string[]) =>
      `${task}, ${audience}: ${listed(roles)}`,
    asRole: (role: string, tasks: readonly number[]) =>
      `${role}: ${tasks.length === 1 ? 'task' : 'tasks'} ${tasks.join(', ')}`,
    between: '; ',
    columns: {
      label: 'Whom it concerns',
      printed: 'How many tasks',
      full: 'Roles and tasks',
      place: 'Look',
    },
  },
  characters: (n: number) => plural(n, 'character'),
  facts: 'About this document',
  fact: {
    title: 'Title',
    year: 'Year',
    issuer: 'Issued by',
    indexNumber: 'Index no.',
    documentNumber: 'Document number',
    dateLine: 'Date line in the source',
    dated: 'Date of the document',
    source: 'Source file',
    data: 'Open data',
    sha256: 'SHA-256',
  },
  unknown: 'Not stated in the source',
  asPrinted: ' (as in the source; the editors infer nothing)',
  guidesNote: 'Written by the editors: how to read this plan, cite it and share it.',
  guideNote: 'This page is a guide written by the editors, not the text of the plan.',
  notice: 'Notice',
  footer: 'The plan is published word for word, in Chinese; all else is by the editors.',
  notFound: 'Page not found',
  notFoundNote:
    'The address may have been copied incompletely, or may end with a full stop, comma or bracket: take that off and try again. You can also search here, or start from one of the pages below.',
  nearestPage: 'The nearest page: ',
  browserFind:
    'On the page of the full text, the find command of your browser (Ctrl+F or ⌘F; on a phone, “Find in page” in the menu) finds any words.',
  source: 'Source text',
  data: 'Data',
  dataDescription: (plan: string) =>
    `Data files of ${plan}: CSV, JSON, StratML and the source text; what each column means, sizes and licence.`,
  dataLink: 'Download the data (CSV, JSON, StratML)',
  dataIntroduction:
    'The text of the plan, its structure, figures, names, the people and bodies concerned, relations, notes and terms can be downloaded for use elsewhere. All files are made from the same checked content and agree with one another; each row says where in the source it stands.',
  fileTypes: new Map([
    ['csv', 'CSV table'],
    ['json', 'JSON'],
    ['xml', 'XML'],
    ['txt', 'Plain text (TXT)'],
  ]),
  rows: (n: number) => plural(n, 'row'),
  howToRead: 'How to open and check the files',
  howToReadPoints: [
    'CSV files are in UTF-8 with a byte order mark, so that Excel and WPS open them with a double click. Lines end with CR LF; a cell that holds a comma, a quotation mark or a line break is quoted (RFC 4180).',
    'Start and end are positions of characters in plan.txt, in Unicode code points, counted from 0; the end is not included. A byte order mark at the start of the file counts as one character. The stretch between them is the quotation.',
    'An empty cell means none, not zero.',
    'In the tables of documents, initiatives, meetings, notes and terms, a row is one mention. What is mentioned several times has several rows with the same id, each with the full description. Cells of the type “list” hold a JSON array.',
    'The size and SHA-256 of each file are in datapackage.json; use them to check that a download is complete.',
  ],
  licence: 'Licence',
  citeSource: ' Please name the source when you quote it.',
  columns: (n: number) => `what each column means (${plural(n, 'column')})`,
  column: 'Column',
  columnType: 'Type',
  columnMeaning: 'Meaning',
  columnTypes: { string: 'text', integer: 'integer', number: 'number', array: 'list' },
  targets: 'Figures',
  targetsTitle: (n: number) => plural(n, 'figure'),
  targetsLead:
    'Every numeric target in the plan (not years, ordinals of sessions or numbers in names), each with a link to its sentence. Figures of different units are not compared; what was calculated is marked as derived. ',
  targetsDescription: (plan: string, n: number) =>
    `${plural(n, 'figure')} in ${plan}: charts, tables and the sentences they stand in.`,
  readTargets: 'See the figures',
  readTargetsNote: (n: number) =>
    `${plural(n, 'figure')} in charts and tables, each with a link to its sentence`,
  keyFigures: 'Key figures',
  allTargets: 'All figures',
  targetTable: 'All figures, by section',
  targetColumns: { value: 'Value', indicator: 'Indicator', kind: 'Kind', place: 'Place' },
  targetKind: {
    absolute: 'Number',
    total: 'Total',
    part: 'Part of a total',
    growth: 'Increase',
    decline: 'Decrease',
    share: 'Share',
    budget: 'Funding',
  },
  targetSide: { gives: 'gives support', receives: 'receives support' },
  previousTarget: 'Previous figure',
  nextTarget: 'Next figure',
  target: {
    indicator: 'Indicator',
    printed: 'As in the source',
    full: 'Full value',
    qualifier: 'Qualifier',
    scope: 'Scope',
    kind: 'Kind',
    beneficiary: 'Whom or what it concerns',
    note: 'Textual notes',
    editor: ' (by the editors)',
    remark: 'Note on the scope',
    of: 'Part of',
    growsOf: 'Change in',
    parts: 'Of which',
    growth: 'Increase',
    sentence: 'Sentence',
    relations: 'Relations to other figures',
    noQualifier: 'The source has no qualifier',
    qualifierOfTotal: (qualifier: string) => `As for the total: ${qualifier}`,
    qualifierOfGrown: (qualifier: string) => `As for the figure that changes: ${qualifier}`,
  },
  check: {
    checked: 'Checked',
    derived: 'Derived',
    sum: (parts: string, sum: string, total: string, holds: boolean) =>
      holds
        ? `The parts add up: ${parts} = ${sum}, equal to the total, ${total}.`
        : `The parts do not add up: ${parts} = ${sum}; the total is ${total}.`,
    base: (kind: string, number: string, about: string, interval: string) =>
      `Derived from the ${kind === 'decline' ? 'decrease' : 'increase'} of ${number}: in the year compared with, about ${about} (range that rounding allows: ${interval}). The source does not print this number.`,
    total: (name: string, parts: string, sum: string) =>
      `Sum for ${name}: ${parts} = ${sum}. The source does not print this sum.`,
  },
  printing: {
    page: 'Print',
    description: (plan: string) =>
      `The full text of ${plan} with notes, terms, charts and figures as one booklet; print all of it or selected tasks.`,
    lead: 'Full text, notes, terms, charts and figures as one booklet, for A4 paper.',
    large: 'Large print: no text smaller than 16 point',
    choose: 'Select tasks',
    chooseLead:
      'Tick the tasks that you need; with none ticked, you get the whole booklet. The address changes with your selection: whoever you send it to gets the same tasks.',
    audience: 'Select by whom it concerns',
    anyone: 'Anyone',
    all: 'Whole booklet',
    some: (n: string) => `Tasks selected: ${n}`,
    print: 'Print',
    download: 'Download the text',
    whole: 'Back to the whole booklet',
    link: 'Print all or selected tasks',
    size: kilobytes,
    thisAudience: 'Print the full text of these tasks',
    endnotes: 'Notes',
    charts: 'Charts',
    note: 'The text of the plan is printed as in the source; small numbers in square brackets refer to the notes after each task. Notes, explanations of terms, charts and tables are by the editors.',
  },
  charts: {
    label: 'Charts',
    counted: (n: number) => plural(n, 'chart'),
    list: 'Chart by chart',
    goesOn: 'See all of it',
    lead: (n: number) =>
      `${plural(n, 'chart')}, each on a page of its own; they can be embedded in other pages, and the pictures and data downloaded.`,
    listDescription: (plan: string, n: number) => `${plural(n, 'chart')} of ${plan}.`,
    stand: (places: readonly string[]) => `In the source: ${listed(places)}.`,
    overlaps: 'The same person may be counted more than once, so these figures are not added up.',
    floor: (qualifier: string) => `“${qualifier}” states a minimum.`,
    scopes: (stated: readonly { name: string; scope: string }[], someUnstated: boolean) =>
      `The source gives these figures different scopes: ${listed(stated.map(({ name, scope }) => `${name} is stated for ${scope}`))}${someUnstated ? '; for the others none is stated' : ''}.`,
    ownAxes: 'Each group has its own axis; groups cannot be compared with one another.',
    asPrinted: (quote: string, reading: string) => `“${quote}” is as in the source; ${reading}.`,
    growth:
      'A dashed frame is the base, derived from the planned figure and its change; the source does not print it. In brackets is the range that rounding allows. The dark part is what exceeds the base.',
    change: (kind: string) => (kind === 'decline' ? 'Decrease' : 'Increase'),
    changeBy: (kind: string) => (kind === 'decline' ? 'down ' : 'up '),
    now: 'This plan',
    baseName: 'Base (derived)',
    about: (about: number, unit: string) => `about ${about}${unit}`,
    interval: ({ low, high }: { low: number; high: number }, unit: string) =>
      low === high ? `${low}${unit}` : `${low}–${high}${unit}`,
    base: ({ about, low, high }: { about: number; low: number; high: number }, unit: string) =>
      low === high ? `${low}${unit}` : `about ${about}${unit} (${low}–${high})`,
    sections: (said: {
      targets: number;
      filled: number;
      most: string;
      count: number;
      empty: number;
    }) =>
      `${plural(said.targets, 'figure')} in ${plural(said.filled, 'section')}; ${said.most} has the most, ${count(said.count)}${said.empty > 0 ? `; ${plural(said.empty, 'section has', 'sections have')} none` : ''}.`,
    count: (n: number) => plural(n, 'figure'),
    table: 'Data table',
    natures: { printed: 'Source', derived: 'Derived', editorial: 'Editors' },
    columns: {
      group: 'Group',
      label: 'Item',
      printed: 'As in the source',
      full: 'Full value',
      nature: 'Nature',
      place: 'Place',
    },
    sectionColumns: { label: 'Section', printed: 'How many figures', full: 'Number' },
    growthColumns: { label: 'Item', printed: 'As in the source, or derived', full: 'Full value' },
    from: 'From ',
    source: (plans: readonly string[]) =>
      `From ${listed(plans.map((plan) => `《${plan}》`))}; drawn by the editors.`,
    alone: 'On its own page',
    aloneLabel: (title: string) => `${title}: on its own page, to embed in other pages`,
    download: (title: string, type: string) => `${title}: download ${type}`,
    description: (title: string, plan: string) => `${title}: figures in ${plan}.`,
    skip: 'Skip the chart',
    previous: 'Previous chart',
    next: 'Next chart',
    retired: {
      title: 'This chart is no longer kept apart',
      map: 'Whom each task concerns: ',
      links: 'Which tasks are related, and why: ',
    },
  },
};

export const nameStrings = {
  onThisPage: 'On this page',
  sentence: 'Sentence',
  entries: (n: number) => plural(n, 'entry', 'entries'),
  places: (n: number) => `: ${plural(n, 'place')}`,
  times: (n: number) => ` (${plural(n, 'place')})`,
  editors: (words: string) => `Editors: ${words}`,
  notes: 'Notes',
  reading: (words: string, certainty: string) =>
    certainty === 'certain' ? `to be read as “${words}”` : `perhaps to be read as “${words}”`,
  allNotes: 'All notes',
  audiences: 'For whom',
  audiencesLead:
    'Select a group of people, a type of school or a department to see every sentence of the plan that concerns them, with its figures, ready to print. The grouping is by the editors; the words it rests on are marked.',
  audiencesDescription: (plan: string, n: number) =>
    `What ${plan} says to ${plural(n, 'group')} of people, schools and departments, sentence by sentence.`,
  audienceGroup: {
    learner: 'Learners',
    educator: 'Educators',
    family: 'Families and society',
    institution: 'Schools and institutions',
    government: 'Government and departments',
  },
  audienceLead: (tasks: number, sentences: number) =>
    `${plural(tasks, 'task')} and ${plural(sentences, 'sentence')} of the plan concern them, listed below; the words that say so are highlighted. The plan states what is intended; whether it was done, the source does not say.`,
  seeAlso: 'See also: ',
  everySentence: (tasks: number, sentences: number) =>
    ` (${plural(tasks, 'task')}, ${plural(sentences, 'sentence')})`,
  audienceDescription: (plan: string, name: string, tasks: number) =>
    `What ${plan} says of ${name}: ${plural(tasks, 'task')}, sentence by sentence.`,
  audienceRole: {
    beneficiary: 'Served',
    performer: 'Carry it out',
    supervised: 'Supervised',
    affected: 'Affected',
  },
  inferred: (why: string) => `Inferred by the editors: ${why}`,
  tasks: (n: number) => plural(n, 'task'),
  glossary: 'Glossary',
  glossaryLead: (n: number) =>
    `${plural(n, 'term')} used in the plan. Explanations give the general meaning, are written by the editors or name their source, and are not provisions of the plan.`,
  letters: 'All letters',
  byLetter: 'By first letter of the pinyin',
  noLetter: 'Beginning with a numeral',
  filterTerms: 'Filter terms',
  sameLetter: 'Terms under the same letter',
  allTerms: (n: number) => everyOne(n, 'term'),
  noTerm: 'No such term',
  termPage: 'Source, sentences and related terms',
  glossaryDescription: (n: number) =>
    `Explanations of ${plural(n, 'term')} used in education work plans, with the sentences that use them.`,
  termSource: 'Source of the explanation',
  alsoPrinted: 'Forms in the source',
  relatedTerms: 'Related terms',
  usedIn: (n: number) => ` in ${plural(n, 'task')} (the first place in each)`,
  term: 'Terms',
  aboutSentence: 'Notes',
  relatedTasks: 'Related tasks',
  relation: {
    measure: 'Same measure',
    audience: 'Same people',
    'follow-up': 'Follow-up and review',
    complement: 'Complementary',
  },
  both: 'Both mention ',
  index: 'Index',
  termsCounted: (n: number) => plural(n, 'term'),
};

export const searchBoxStrings = {
  label: 'Search',
  tries: {
    label: 'What you can search for',
    names: 'Names',
    concerned: 'People',
    figures: 'Figures',
    places: 'Places',
  },
  placeholder: 'Words, in Chinese',
  button: 'Search',
  page: 'Search',
  skip: 'Skip to results',
  description:
    'Search the Chinese text of the plan for words and figures. Every place that has the words is found; if none has, similar expressions are shown.',
  busy: 'Searching…',
  failed: 'Search did not load. Press Enter, or see ',
  noScript:
    'Search needs scripts in the browser. Without them, open the full text and use the find command of your browser (Ctrl+F or ⌘F; on a phone, “Find in page” in the menu).',
};

export const passOnStrings = {
  group: (name: string) => `${name}: link and citation`,
  selected: (n: number) => `${plural(n, 'character')} selected`,
  selection: 'Selected text',
  link: 'Copy link',
  citation: 'Copy citation',
  quotation: 'Copy text and source',
  code: 'QR code',
  share: 'Share',
  page: 'On its own page',
  embed: 'Embed code',
  error: 'Report an error',
  close: 'Close',
  copied: {
    link: 'Link copied',
    citation: 'Citation copied (GB/T 7714–2025)',
    quotation: 'Text and source copied',
    embed: 'Embed code copied; put it into a page to show this there',
  },
  select:
    'Your browser did not allow copying. The text is selected: press Ctrl+C (⌘C), or press and hold to copy:',
  codeHint: 'Scan with a phone to open this address:',
  general: 'General requirements',
  task: (n: number) => `Task ${n}`,
  section: (n: number) => `Section ${n}`,
  sentenceOf: (place: string, n: number) => `${place}, sentence ${n}`,
  sentencesOf: (place: string, from: number, to: number) => `${place}, sentences ${from}–${to}`,
  to: (from: string, to: string) => `${from} to ${to}`,
};

export const searchStrings = {
  busy: 'Searching…',
  failed: (what: string) =>
    `The search was not completed (${what}). Try again, or use the find command of your browser on the page of the full text.`,
  full: 'Open the full text',
  exact: (n: number) => `${plural(n, 'place')} in the source with these characters`,
  form: (said: string) => `Searched for “${said}”`,
  count: (n: number, query: string) =>
    n > 0 ? `${plural(n, 'result')} for “${query}”` : `No results for “${query}”`,
  splinterCount: (n: number, query: string) =>
    `“${query}” is no word of the source; its characters are adjacent in ${plural(n, 'place')}`,
  absent: (query: string) => `“${query}” is not in the source`,
  absentWhole: (query: string) => `“${query}” is not in the source as a whole`,
  asked: (query: string) => `“${query}”`,
  notChosen: (query: string) => `“${query}” is not found with these filters`,
  instead: {
    meaning: (n: number) => `; ${plural(n, 'related result')}`,
    question: (n: number) => `; ${plural(n, 'result')} for its words`,
    sound: (n: number) => `; ${plural(n, 'result')} that ${n === 1 ? 'sounds' : 'sound'} the same`,
    number: (n: number) => `; ${plural(n, 'result')} of the same value`,
    nearest: (n: number) => ` is not mentioned in the source; ${plural(n, 'result')} closest to it`,
    spelling: (n: number) => `: ${plural(n, 'result')} by pinyin`,
    english: (n: number) => `: ${plural(n, 'result')} by English words`,
  },
  relatedCount: (n: number) => `, ${count(n)} more that may be related`,
  meaning: (said: string) => `“${said}” is not in the source; related expressions: `,
  meaningOnly: (said: string) => `“${said}” is not in the source; related: `,
  spelling: (said: string) => `The pinyin “${said}” can be read as: `,
  question: (said: string, missing: readonly string[]) =>
    missing.length > 0
      ? `${quoted(missing)} ${missing.length === 1 ? 'is' : 'are'} not in the source; these results mention: `
      : `On “${said}”, searched by these words: `,
  sound: (said: string) => `“${said}” is not in the source; words that sound the same: `,
  number: (said: string) => `Of the same value as “${said}”: `,
  english: (said: string, missing: readonly string[]) =>
    missing.length > 0
      ? `No Chinese term is known for ${quoted(missing)}; for the rest of “${said}”: `
      : `Chinese terms for “${said}”: `,
  nearest: () => 'The closest results mention these words: ',
  unmentioned: (words: string) => `The source does not mention “${words}”.`,
  missing: (missing: readonly string[]) =>
    `${quoted(missing)} ${missing.length === 1 ? 'is' : 'are'} not in the source.`,
  wanting: {
    task: (n: number) => `The plan has ${plural(n, 'task')}.`,
    section: (n: number) => `The plan has ${plural(n, 'section')}.`,
  },
  guessed: (form: string) => `Showing results for “${form}”. `,
  asTyped: (said: string) => `Search for “${said}” instead`,
  cited: 'The place cited',
  explain: 'Also search the explanations in terms, notes and guides',
  explained: 'Explanations with these characters',
  explainedCount: (n: number) => `, ${count(n)} in explanations`,
  explainedIn: (label: string) => `${label}: explanations`,
  explainedNone: 'Nothing more in the explanations of terms, notes and guides.',
  splinters: 'Adjacent characters that do not form a word',
  why: {
    title: 'In the title',
    meaning: (words: readonly string[]) => `Related: ${listed(words)}`,
    sound: (words: readonly string[]) => `Similar sound: ${listed(words)}`,
    number: (words: readonly string[]) => `Same value: ${listed(words)}`,
  },
  near: 'Did you mean',
  ways: 'Pages of this site',
  wayNames: { home: 'Home', language: '中文', report: 'Tell the editors' },
  filter: 'Filter',
  answeredBy: (query: string) => `For “${query}” see the page below`,
  nothing: 'Nothing similar was found. Try other words, or browse the full text: ',
  recent: 'Recent searches',
  clearRecent: 'Clear',
  suggestions: 'Try',
  rest: (n: number) => `${n} more`,
  type: {
    all: 'All',
    task: 'Tasks',
    section: 'Sections',
    general: 'General requirements',
    term: 'Terms',
    guide: 'Guides',
  },
  task: (n: string) => `Task ${n}`,
  section: (_numeral: string, n: number) => `Section ${n}`,
  anySection: 'All sections',
  inSection: 'Section',
  anyGroup: 'All groups',
  inGroup: 'Group',
  anyAudience: 'Anyone',
  ofAudience: 'For whom',
  kind: 'Type',
  scope: { here: 'This plan', all: 'All plans' },
  scopeLabel: 'Search in',
  elsewhere: (query: string) => `Other plans have “${query}”`,
  elsewhereToo: '; other plans have it',
  inAllPlans: 'Search all plans',
  text: 'Text of the plan',
  more: 'Show more',
  inPlans: (query: string, plans: number, n: number) =>
    `“${query}” is in ${plural(plans, 'plan')}; first ${plural(n, 'result')} listed`,
  notYet: (plans: number) =>
    `${plural(plans, 'plan')} searched; no task with all these words so far.`,
  listed: ', ',
  cut: '…',
  filteredOut: (n: number) => `No results with these filters; ${plural(n, 'result')} without them`,
  unfilter: 'Clear filters',
};

export const correctionStrings = {
  title: 'Corrections',
  lead: 'What was corrected in the source after publication. The earlier text is kept and can be downloaded for comparison; where an address has changed, the earlier one says where to find it now.',
  description: (plan: string) =>
    `Corrections of ${plan} after publication: when, where, and the words before and after.`,
  heading: (date: string, what: string) => `${date}: ${what}`,
  earlierText: 'Text before the correction (TXT)',
  legend: 'Struck through: the earlier words. Underlined: the corrected words.',
  removed: ' deleted: ',
  added: ' added: ',
  end: '. ',
  noWords: 'No words were changed, only numbers, white space or line breaks.',
  renumbered: 'Changes of numbers',
  number: (of: 'task' | 'section', [first, last]: readonly [number, number]) =>
    `${of === 'task' ? 'Task' : 'Section'}${last > first ? `s ${first}–${last}` : ` ${first}`}`,
  formerly: 'formerly ',
  saying: (words: string) => ` “${words}”`,
  nowIs: ', now ',
  isGone: ', since deleted. ',
  addedPlace: ' added',
  removedPlace: ' deleted',
  see: 'See the correction',
  notice: (until: string) => `Until the correction of ${until}, this address was `,
  partsNotice: (until: string) =>
    `With the correction of ${until}, some numbers on this page changed. `,
  compare: 'Compare earlier and present numbers',
  partsTitle: 'On this page before the correction',
  movedTitle: 'What was at this address has moved',
  goneTitle: 'What was at this address has been deleted',
  formerLead: (until: string) =>
    `The source was corrected on ${until}, and numbers changed with it. `,
  formerDescription:
    'What was at this address was moved or deleted by a correction of the source; this page says where it is now.',
  place: {
    front: 'Heading',
    closing: 'Signature and date',
    general: (sentence: number) => `General requirements, sentence ${sentence}`,
    section: (n: number) => `Section ${n}`,
    group: (section: number, n: number) => `Section ${section}, subheading ${n}`,
    lead: (section: number, sentence: number) =>
      `Section ${section}, below the heading, sentence ${sentence}`,
    task: (n: number) => `Task ${n}`,
    sentence: (task: number, n: number) => `Task ${task}, sentence ${n}`,
  },
};

export const changeStrings = {
  title: 'Changes to this site',
  description:
    'What the editors changed on this site, by date, with the corrections of the source.',
  lead: 'What the editors changed, latest first. Corrections of the source are listed too. ',
  feed: 'Feed (Atom)',
  pages: 'Pages changed',
  correction: 'Correction of the source: ',
};

export const embedStrings = {
  title: 'Embed in another page',
  label: 'Embed code',
  hint: 'Put this code into a page to show this there, dark or light as the reader’s device is. ',
  hintWithoutSite:
    'Put this code into a page to show this there; add the site’s domain to the address in src. ',
  framed: 'See it embedded',
};

export const offlineStrings = {
  link: 'Offline reading',
  title: 'No network',
  notice: 'There is no network; what you see was kept on this device.',
  notKept:
    'There is no network, and this page was not kept on this device. Reload it once you are connected.',
  kept: {
    lead: 'Once you have opened a plan with a network, its pages, search and charts are kept on this device, and need none:',
    home: 'The way into the plan, with its key figures.',
    overview: 'Sections, figures, charts, and whom the plan concerns.',
    full: 'On one page, in the order of the source.',
    tasks: 'Task by task and sentence by sentence.',
    search: 'Words, figures and tasks, without a network.',
  },
};

export const styleguideStrings = {
  title: 'Styles and components',
  type: 'Type sizes',
  space: 'Spacing',
  colours: 'Colours and contrast',
  colour: 'Colour',
  day: 'Light',
  night: 'Dark',
  components: 'Components',
  states: 'States',
  empty: 'Nothing entered',
  loading: 'Loading',
  failed: 'Failed to load',
  notFound: 'Page not found',
};

// kinds/words.ts

export const mentionWords = {
  mentionTitle: 'Mention',
  nameStartTitle: 'Start of the name',
  nameStartDescription: 'Where the name starts in the source.',
  nameEndTitle: 'End of the name',
  nameEndDescription: 'Where the name ends in the source.',
  printedTitle: 'As printed',
  printedDescription: 'How it is written in this place, as in the source.',
  nameTitle: 'Name',
  aliasesTitle: 'Other names',
  aliasesDescription: 'Other forms in the source',
  id: (what: string) =>
    `Id of the ${what}, never changed once published; rows with the same id are mentions of the same ${what}.`,
  mention: (what: string) => `Which mention of this ${what} it is, counted from 1.`,
  quotation: (what: string) => `The words of the source that mention this ${what}.`,
  name: (what: string) => `Name of the ${what}, as in the source, without 《》 or quotation marks.`,
};

// kinds/*/words.ts

export const audiencesTableWords = {
  description:
    'People and bodies that tasks concern; a row is a place in a task and a group of people, a type of school or a department.',
  task: ', which is the number in the address of the task',
  codeTitle: 'Code',
  codeDescription: 'Code of the group, the last part of its address, never changed once published.',
  nameTitle: 'Name',
  nameDescription: 'Name of the group, given by the editors.',
  orderTitle: 'Order',
  orderDescription: 'Place of the group in the controlled vocabulary, counted from 0.',
  groupTitle: 'Category',
  definitionTitle: 'Definition',
  definitionDescription: 'Whom the group includes, as defined by the editors.',
  seeTitle: 'See also',
  seeDescription: 'Codes of other groups to look at after this one',
  roleTitle: 'Role',
  basisTitle: 'Basis',
  whyTitle: 'Reason',
  whyDescription: 'Why the editors infer it; empty if the quotation says so.',
  quotation: 'The words of the source that concern this group.',
};

export const audiencesWords = {
  label: 'For whom',
  counted: (n: number) => `${plural(n, 'group')} of people, schools and departments`,
};

export const basisNames = {
  explicit: 'stated in the quotation',
  inferred: 'inferred by the editors',
};

export const documentsTableWords = {
  description:
    'Laws, regulations, plans, outlines, schemes, opinions, measures and standards that the plan mentions; a row is a mention.',
  aboutMention: 'document',
  aboutName: 'document',
  kindTitle: 'Type',
  statusTitle: 'Status',
  actionTitle: 'Action',
  actionDescription: 'What is to be done with the document, as in the source.',
};

export const documentsWords = {
  label: 'Same document',
  label2: 'Documents',
  counted: (n: number) => `${plural(n, 'entry', 'entries')}: laws, plans, schemes and opinions`,
  documents: 'Documents',
  documentsLead: (n: number) =>
    `Documents that the plan names, and those that it tells departments to write: ${plural(n, 'entry', 'entries')}, with or without title marks, by what the plan wants done with them. Names are as in the source; an entry may stand for more than one document. General references to policies and regulations that name no document are left out. `,
  documentsElsewhere: 'For policies and action plans under way, see ',
  documentsDescription: (plan: string, n: number) =>
    `${plural(n, 'entry', 'entries')} for documents in ${plan}: to be drawn up, revised or implemented, each with its sentence.`,
  documentStatus: {
    draft: 'To be drawn up or issued',
    revise: 'To be revised or improved',
    implement: 'To be implemented',
    cited: 'Mentioned',
  },
  documentKind: {
    law: 'Law',
    regulation: 'Regulation',
    plan: 'Plan',
    outline: 'Outline',
    scheme: 'Scheme',
    opinion: 'Opinions',
    measures: 'Measures',
    rules: 'Rules',
    standard: 'Standard',
    other: 'Other',
  },
};

export const initiativesTableWords = {
  description:
    'Named projects, programmes, campaigns and policies that the plan mentions; a row is a mention.',
  aboutMention: 'initiative',
  aboutName: 'initiative',
  kindTitle: 'Type',
  summaryTitle: 'Summary',
  summaryDescription:
    'What it is, summarised by the editors from the source; empty if the source does not say.',
  summaryDescription2: 'Summary',
  quotation: 'The words of the source that the summary rests on.',
};

export const initiativesWords = {
  label: 'Same initiative',
  label2: 'Initiatives',
  counted: (n: number) =>
    `${plural(n, 'named project, programme or campaign', 'named projects, programmes and campaigns')}`,
  initiatives: 'Initiatives',
  initiativesLead: (n: number) =>
    `Named projects, programmes, campaigns and policies in the plan, with titles awarded and special funds set up: ${plural(n, 'entry', 'entries')}. Names are as in the source; summaries are written by the editors from the source, and left out where it says nothing.`,
  initiativesDescription: (plan: string, n: number) =>
    `${plural(n, 'entry', 'entries')} for named projects, programmes, campaigns and policies in ${plan}, each with its sentence.`,
  initiativeKind: {
    project: 'Projects',
    programme: 'Programmes',
    campaign: 'Campaigns',
    policy: 'Policies and systems',
    other: 'Other',
  },
};

export const meetingsTableWords = {
  description:
    'Meetings that the plan mentions: held, to be held this year, and standing. A row is a mention.',
  aboutMention: 'meeting',
  aboutName: 'meeting',
  statusTitle: 'Status',
};

export const meetingsWords = {
  label: 'Same meeting',
  label2: 'Meetings',
  counted: (n: number) => plural(n, 'entry', 'entries'),
  meetings: 'Meetings',
  meetingsLead: (n: number) =>
    `Meetings that the plan mentions, to be held, standing or already held: ${plural(n, 'entry', 'entries')}; an entry may stand for more than one.`,
  meetingsDescription: (plan: string, n: number) =>
    `Meetings that ${plan} mentions: ${plural(n, 'entry', 'entries')}, each with its sentence.`,
  meetingStatus: { planned: 'To be held', standing: 'Standing', cited: 'Already held' },
};

export const notesTableWords = {
  description:
    'Masked characters of the source and places that may be faulty, with the editors’ explanation and evidence. A row is a place. The source is not changed by notes.',
  aboutMention: 'note',
  kindTitle: 'Type',
  masksTitle: 'What is masked',
  titleTitle: 'Title',
  titleDescription: 'A title of a few words, by the editors.',
  textTitle: 'Explanation',
  textDescription: 'What is seen and what it rests on, by the editors.',
  readingTitle: 'Reading',
  readingDescription:
    'What the source may have meant, by the editors; empty if it cannot be decided.',
  certaintyTitle: 'Certainty',
};

export const notesWords = {
  label: 'Textual notes',
  counted: (n: number) => `${plural(n, 'note')} on masked and damaged characters`,
  notesLead: (n: number) =>
    `The source has masked characters, and words that are damaged or doubtful. Nothing in it is changed; ${plural(n, 'note says', 'notes say')} what they are, on what evidence, and how certain that is.`,
  notesDescription: (plan: string, n: number) =>
    `${plural(n, 'note')} on the text of ${plan}: masked, damaged and doubtful words.`,
  noteKind: {
    mask: 'Masked characters',
    damaged: 'Damaged or wrong characters',
    doubtful: 'Doubtful words',
    leak: 'Characters left unmasked',
    context: 'Clues to date and origin',
  },
  certainty: { certain: 'certain', likely: 'very likely', possible: 'possible' },
  judgement: (words: string) => `Editors’ judgement: ${words}`,
};

export const maskedThingNames = {
  year: 'year',
  city: 'city',
  'plan-period': 'number of a five-year plan',
  name: 'name',
  other: 'other',
};

export const numeralsTableWords = {
  title: 'Other numbers',
  description:
    'Numbers in the source that are no targets: years, ordinals of sessions, numbers in names. A row is a place.',
  quotation: 'The words of the source with this number.',
  kindTitle: 'Type',
  meaningTitle: 'Meaning',
  meaningDescription: 'Explanation by the editors; empty if there is none.',
};

export const numeralKindNames = {
  'masked-year': 'year with masked characters',
  year: 'year',
  date: 'date',
  name: 'part of a name',
  'age-range': 'age range',
  horizon: 'planning period',
  session: 'ordinal of a session',
  abbreviation: 'abbreviation',
  slogan: 'slogan',
  ordinal: 'ordinal',
  other: 'other',
};

export const phrasesTableWords = {
  title: 'Words in quotation marks',
  description:
    'Words in quotation marks that are no names of documents or initiatives; a row is a place.',
  quotation: 'The words, with their quotation marks.',
  kindTitle: 'Type',
  meaningTitle: 'Meaning',
  meaningDescription: 'Explanation by the editors; empty if there is none.',
};

export const phraseKindNames = {
  term: 'term',
  slogan: 'slogan',
  name: 'part of a name',
  mask: 'masked characters',
};

export const relationsWords = {
  counted: (n: number) => `${plural(n, 'pair')} of tasks to read together`,
  lead: (n: number) =>
    `${plural(n, 'pair')} of tasks to read together, each under the earlier task, with the reason. That both mention one name is found by the name; the rest is the editors’ judgement, and the source does not say so.`,
  description: (plan: string, n: number) =>
    `Which tasks of ${plan} to read together: ${plural(n, 'pair')}, each with the reason.`,
  earlier: 'Also related to earlier tasks: ',
};

export const relationsTableWords = {
  description:
    'A row is two related tasks, with the words on both sides: related by the editors, with the reason, or found by a name that both mention.',
  task: ', the earlier of the two',
  otherTitle: 'Other task',
  otherDescription: 'Number of the other task.',
  relationTitle: 'Relation',
  reasonTitle: 'Reason',
  reasonDescription: 'Why they are related, by the editors; empty if found by a name.',
  sharedTitle: 'Shared',
  sharedDescription:
    'The document, initiative or meeting that both mention, by its id in the table of these.',
  sharedNameTitle: 'Shared name',
  sharedNameDescription: 'Its name, as in the source.',
  quotation: 'The words in the earlier task.',
  otherDescription2: 'Other task',
  quotation2: 'The words in the other task.',
};

export const responsibleWords = {
  name: 'Responsible bodies',
  counted: (n: number) => plural(n, 'body', 'bodies'),
  lead: (n: number) =>
    `Bodies that the plan makes responsible for its tasks: ${plural(n, 'entry', 'entries')}. Names are as in the source; a body that is named in several places is listed with each of them.`,
  description: (plan: string, n: number) =>
    `${plural(n, 'responsible body', 'responsible bodies')} named in ${plan}, each with its sentence.`,
  groups: { lead: 'Responsible', support: 'Supporting' },
  role: { lead: 'responsible', support: 'supporting' },
  table:
    'Bodies that the plan names as responsible for a task or as supporting it; a row is a mention.',
  what: 'responsible body',
  roleColumn: 'Role',
};

export const targetsTableWords = {
  title: 'Numeric targets',
  description:
    'A row is a numeric target: how the source writes it, its value, unit and qualifier, and what it counts.',
  id: 'Id of the figure, never changed once published.',
  quotation: 'The words of the source that state this figure.',
  numberStartTitle: 'Start of the number',
  numberStartDescription: 'Where the number with its unit starts in the source.',
  numberEndTitle: 'End of the number',
  numberEndDescription: 'Where the number with its unit ends in the source.',
  numberTitle: 'Number',
  numberDescription: 'The number with its unit, as in the source.',
  valueTitle: 'Value',
  valueDescription:
    'The number as printed, not multiplied by ten thousand or a hundred million; of a range, the lower end.',
  upToTitle: 'Upper end',
  upToDescription: 'Upper end of a range, in full; empty if it is no range.',
  decimalsTitle: 'Decimal places',
  decimalsDescription: 'How many decimal places the source prints.',
  multiplierTitle: 'Multiplier',
  multiplierDescription:
    '10000 for ten thousand (wan), 100000000 for a hundred million (yi), 1 for none.',
  normalisedTitle: 'Full value',
  normalisedDescription: 'Value times multiplier.',
  unitTitle: 'Unit',
  unitDescription: 'Unit as in the source; % for percentages.',
  qualifierTitle: 'Qualifier',
  qualifierDescription: 'Words that qualify the number, as in the source; empty if there are none.',
  kindTitle: 'Kind',
  ofTitle: 'Of',
  ofDescription:
    'Id of the figure that this one is a part of, or a change in; empty for a change in a figure that the source does not give.',
  addsToTitle: 'Adds up to',
  addsToDescription:
    'A whole that the source mentions without a figure; figures with the same name here add up to it.',
  indicatorTitle: 'Indicator',
  indicatorDescription: 'What is counted, summarised by the editors.',
  indicatorIdTitle: 'Indicator id',
  indicatorIdDescription:
    'Id that the same indicator has in every plan, given by the editors; empty if none is given.',
  labelTitle: 'Short name',
  labelDescription: 'Short name of the indicator, by the editors; empty if it has none.',
  beneficiaryDescription:
    'Whom or what the figure concerns, summarised by the editors; empty if not stated separately.',
  scopeDescription:
    'Whose figures they are, as in the source; parts and changes follow their total. Empty if the source does not say.',
  sideTitle: 'Side of support',
};

export const targetsWords = {
  label: 'Figures',
};

// tables/words.ts

export const csvWords = {
  guardRule:
    'Spreadsheets may take a cell that starts with = + - @ (or their full-width forms), a tab or a line break for a formula, so such text has an apostrophe before it; text that already starts with an apostrophe gets one more. To read it back: if one of these characters follows the apostrophes and white space at the start, take off the first apostrophe. Columns of numbers have none.',
};

export const columnWords = {
  idTitle: 'Id',
  planTitle: 'Plan',
  planDescription: 'Id of the plan, the first part of its address.',
  sectionTitle: 'Section',
  groupTitle: 'Group',
  taskTitle: 'Task',
  sentenceTitle: 'Sentence',
  sentenceDescription:
    'Sentence of the task (or of the part it stands in) in which the quotation starts.',
  partTitle: 'Part',
  partDescription:
    'For what stands in no section: preface, before the title; front, heading; general, general requirements; closing, after the text.',
  taskInAddress: ', which is the number in the address of the task',
  markerTitle: 'Marker',
  markerDescription: 'Number as printed in the source; empty if there is none.',
  charactersTitle: 'Characters',
  startTitle: 'Start',
  startDescription:
    'Position in the source of the first character of the quotation, counted from 0.',
  endTitle: 'End',
  endDescription: 'Position after the last character of the quotation.',
  quoteTitle: 'Quotation',
  noteTitle: 'Editors’ note',
  noteDescription: 'What the editors judge or doubt; empty if there is nothing.',
  asList: (description: string) => `${description}, as a JSON array; empty if there are none.`,
  betweenCodes: ', ',
  second: (of: string, column: string) =>
    `${of}: ${column.slice(0, 1).toLowerCase()}${column.slice(1)}`,
  asCode: (meanings: string) => `Set by the editors: ${meanings}.`,
  section: (or: string) => `Number of the section it is in${or}.`,
  group: (or: string) => `Number, within the section, of the group it is in${or}.`,
  task: (more: string) => `Number of the task it is in${more}.`,
  characters: (what: string) => `Characters in the ${what}, not counting white space.`,
};

// exports/words.ts

export const glossaryTableWords = {
  description:
    'Terms used in tasks, as explained by the editors. A row is the first place of a term in a task.',
  id: 'Id of the term, the last part of its address; rows with the same id are places of the same term.',
  termTitle: 'Term',
  termDescription: 'The term.',
  aliasesTitle: 'Other names',
  aliasesDescription: 'Other forms in the plan',
  definitionTitle: 'Explanation',
  definitionDescription: 'The explanation, a line for each paragraph.',
  sourceTitle: 'Source',
  sourceDescription: 'Source of the explanation; where the editors wrote it, it names them.',
  relatedTitle: 'Related',
  relatedDescription: 'Ids of related terms',
  task: ', which is the number in the address of the task',
  quotation: 'How the task writes it.',
};

export const sectionsTableWords = {
  title: 'Sections',
  description: 'A row is a section of the plan.',
  id: 'p and the number of the section: its anchor on the page of the full text.',
  sectionTitle: 'Section',
  sectionDescription: 'Number of the section, counted from 1, as in its address.',
  quotation: 'Title of the section; empty if the source has no sections.',
  firstTaskTitle: 'First task',
  firstTaskDescription: 'Number of the first task.',
  lastTaskTitle: 'Last task',
  lastTaskDescription: 'Number of the last task.',
  characters: 'section',
};

export const sentencesTableWords = {
  title: 'Sentences',
  description:
    'A row is a sentence: of the general requirements, of what introduces a section, or of a task, in the order of the source.',
  id: 'Id of the sentence: its anchor on the page of the full text.',
  section: '; empty for the general requirements',
  group: '; empty if it is in none',
  task: '; empty if it is in none',
  sentenceTitle: 'Sentence',
  sentenceDescription: 'Number of the sentence in its task, introduction or general requirements.',
  paragraphTitle: 'Paragraph',
  paragraphDescription:
    'Number of the paragraph in its task, introduction or general requirements.',
  lineTitle: 'Line',
  lineDescription: 'Line of the source.',
  quotation: 'The sentence, as in the source.',
};

export const tasksTableWords = {
  title: 'Tasks',
  description: 'A row is a task with its full text.',
  id: 't and the number of the task: its anchor on the page of the full text.',
  group: '; empty if the source has no groups',
  taskTitle: 'Task',
  taskDescription:
    'Number of the task in the whole plan, counted from 1, which is the number in its address.',
  titleTitle: 'Title',
  titleDescription: 'First sentence of the task, without its final punctuation.',
  quotation: 'Full text of the task, without its number.',
  sentencesTitle: 'Sentences',
  sentencesDescription: 'How many sentences the task has.',
  characters: 'task',
};

export const dataFilesWords = {
  subjects: {
    whole: 'All data and the source',
    structure: 'Sections, tasks and sentences',
    figures: 'Figures',
    names: 'Documents, initiatives and meetings',
    relations: 'People and bodies concerned, related tasks',
    notes: 'Textual notes and terms',
  },
  plan: {
    title: 'Everything (JSON)',
    description:
      'All of the plan: heading, general requirements, sections, tasks and sentences, with figures, names, the people and bodies concerned, relations, notes and terms, each with its position.',
  },
  schema: {
    title: 'Fields of plan.json',
    description:
      'Which fields plan.json has and of what type (JSON Schema 2020-12), made from the rules that check the content.',
  },
  taskSchema: {
    title: 'Fields of the JSON of a task',
    description:
      'Which fields the JSON of each task has and of what type; its parts are built like those of plan.json.',
  },
  strategicPlan: {
    title: 'Strategic plan (StratML Part 1)',
    description:
      'By ISO 17469-1: the general requirements are the mission, sections are goals, tasks are objectives, and the people, schools and departments concerned are stakeholders.',
  },
  performancePlan: {
    title: 'Performance plan (StratML Part 2)',
    description:
      'By ISO 17469-2: beyond Part 1, each numeric target is a performance indicator of its task, and each stakeholder is marked as supported and served (Beneficiary), carrying it out (Performer), evaluated and supervised, or affected.',
  },
  source: {
    title: 'Source text',
    description: 'The source file, byte for byte. Positions in all files are counted in this one.',
  },
  dataPackage: {
    title: 'List of files with checksums',
    description:
      'Size and SHA-256 of each file, columns and types of each table (Frictionless Data Package 2.0), for programs.',
  },
  csv: (title: string) => `${title} (CSV)`,
  json: (title: string) => `${title} (JSON)`,
  sameAs: (name: string, lists: readonly string[]) =>
    `The content of ${name}.csv, built like ${listed(lists)} in plan.json.`,
  licence:
    'The source states no licence for its use; none has been stated for the editors’ data either.',
};

export const stratmlWords = {
  notStated: 'Not stated in the source',
  outside: 'Figures outside sections',
  outsideDescription:
    'Figures in the heading, the general requirements or the closing, which belong to no section.',
  figures: 'Figures outside tasks',
  qualifier: 'Qualifier',
  range: 'The two results are the lower and the upper end of a range.',
  year: (year: string) => `Year: ${year} (as in the source; the editors infer nothing).`,
  issuer: (issuer: string) => `Issued by: ${issuer}.`,
  documentNumber: (number: string) => `Document number: ${number}.`,
  licence: (licence: string) => `Licence: ${licence}.`,
  source: (sha256: string) => `Made from the source; SHA-256 of the source: ${sha256}.`,
  concern: (quote: string, why: string | undefined) =>
    `“${quote}”${why === undefined ? '' : ` (inferred by the editors: ${open(why)})`}`,
  role: (role: string, description: string) => `${role}: ${open(description)}.`,
  group: (group: string) => `Group: ${group}`,
  printed: (number: string) => `Printed in the source: ${number}.`,
  kind: (name: string, code: string) => `Kind: ${name} (${code}).`,
  addsTo: (whole: string) => `Adds up to: ${whole}.`,
  place: (start: number, end: number) =>
    `The quotation stands in the source between characters ${start} and ${end} (counted from 0).`,
};

export const jsonLdWords = {
  dataset: (plan: string) => `${plan}: data`,
  datasetDescription: (plan: string, licence: string) =>
    `Text, structure, figures, names, people and bodies concerned, and notes of ${plan}, made from the source, each with its place there. ${licence}`,
};

// files/words.ts

export const fileWords = {
  pdf: {
    label: 'PDF file',
    description: 'The whole booklet, with contents, page numbers, bookmarks and notes, to print.',
  },
  docx: {
    label: 'Word document (DOCX)',
    description:
      'Set by the layout of GB/T 9704-2012, with the text as in the source; to print, file or mark up.',
  },
  epub: {
    label: 'E-book (EPUB)',
    description: 'To read offline on phones and e-readers, with contents; notes are footnotes.',
  },
  archive: {
    label: 'Offline site (ZIP)',
    description:
      'Unpack it and open index.html: no network or server is needed to read, search or see the charts.',
  },
  markdown: {
    label: 'Markdown',
    description:
      'Plain text with levels of headings, worded as in the source, for excerpts and programs.',
  },
  text: {
    label: 'Plain text (TXT)',
    description: 'The source file, byte for byte.',
  },
};

export const filesWords = {
  download: 'Download the full text',
  more: 'Other formats',
  size: kilobytes,
  tasks: 'Files of single tasks',
  tasksDescription: (pages: string, json: string, markdown: string) =>
    `Each task also has two files, JSON and Markdown. Their address is that of the task without the final slash, with .json or .md: those of ${pages} are ${json} and ${markdown}. The JSON has what plan.json holds of the task: sentences, figures, names, people and bodies concerned, relations, notes and terms, built as task.schema.json says; links has the addresses of the tasks before and after it.`,
  tasksList: (n: number) => `Files of ${plural(n, 'task')}`,
};

export const epubWords = {
  contents: 'Contents',
  body: 'Text',
  about: 'About this e-book',
  text: 'The text is set as in the source, word for word, with its masked and damaged characters.',
  notes: 'Numbers in square brackets and textual notes are by the editors, not in the source.',
  source: (sha256: string) => `Made from the source; SHA-256 of the source: ${sha256}.`,
  accessibility: 'All of the book is text, with levels of headings and contents, in reading order.',
};

export const taskFileWords = {
  origin: (plan: string, n: number, line: number, url: string) =>
    `Source: 《${plan}》, task ${n}, from line ${line} of the source. ${url}`,
};

// reading-settings/words.ts

export const settingsStrings = {
  link: 'Settings',
  title: 'Reading settings and senior view',
  description:
    'Text size, line spacing, colours, typeface, how terms are shown, and the senior view; what browsers offer without scripts.',
  close: 'Close',
  reset: 'Restore defaults',
  kept: 'Saved in the browser of this device; every page follows it.',
  notKept: 'The browser does not let this site store anything; this applies to this page only.',
  names: {
    view: 'Senior view (长辈版)',
    size: 'Text size',
    lines: 'Line spacing',
    theme: 'Colours',
    face: 'Typeface',
    glosses: 'Terms and notes',
    characters: 'Characters',
    pinyin: 'Pinyin',
  },
  senior: 'Large text, one column, large buttons',
  smaller: 'Smaller',
  larger: 'Larger',
  pixels: (n: string) => `${n} px`,
  values: {
    lines: { tight: 'Tight', '': 'Normal', loose: 'Loose', looser: 'Very loose' },
    theme: { '': 'As the system', light: 'Light', dark: 'Dark', contrast: 'High contrast' },
    face: { '': 'Serif', sans: 'Sans serif' },
    glosses: { '': 'Beside the text', inline: 'In the text', unsaid: 'Hidden' },
    characters: { '': 'Simplified (the source)', hant: 'Traditional' },
    pinyin: { '': 'Hidden', pinyin: 'Shown' },
  },
  converted: 'Characters converted by a program; the source prevails.',
  showSource: 'Show the source’s characters',
  spelled: 'Pinyin added by a program; for reference only.',
  standard: 'Default',
  needsScript:
    'These settings need scripts. Without scripts you can use what your browser offers: see below.',
  browser: 'What your browser offers',
  browserWays: [
    'Computer: press Ctrl and plus (⌘ and plus on a Mac) to enlarge the page, Ctrl and 0 (⌘ and 0) to restore it.',
    'Phone: the display settings of the system have a text size; the text of this site follows it.',
    'WeChat: with the page open, tap “…” at the top right and choose the option for the text size.',
    'Dark: this site follows the dark mode of the system, “Increase contrast”, and the contrast themes of Windows.',
  ],
  aloud: 'Read aloud',
  aloudNote:
    '“Read aloud” on the pages of tasks and of the full text reads the Chinese text of the plan sentence by sentence, and marks the sentence being read. The voice is that of your system; the text is sent nowhere. If the system has no Chinese voice, the page says so.',
  aloudWays: [
    'The bar of “Read aloud” can pause, move by sentence, and change speed and voice. With the focus on the bar, the space bar pauses and resumes, the left and right arrow keys move by sentence, and Esc ends.',
    'The playback keys of lock screens and headphones work too, depending on the browser.',
    'Without scripts: in Edge, choose “Read aloud” in the menu; on an iPhone, turn on “Spoken Content” under “Accessibility” in “Settings”; on Android, use “Select to Speak”.',
  ],
  storage: 'What is stored',
  storageNote:
    'Only what you choose here, in the browser of this device; it is sent to nobody, and “Restore defaults” deletes it. This site has no accounts and uses no cookies.',
};

export const aloudStrings = {
  link: 'Read aloud',
  label: 'Read aloud',
  pause: 'Pause',
  resume: 'Resume',
  previous: 'Previous sentence',
  next: 'Next sentence',
  close: 'Close',
  rate: 'Speed',
  times: (n: string) => `${n}×`,
  voice: 'Voice',
  place: (n: number, all: number) => `Sentence ${n} of ${all}`,
  unable: 'This browser cannot read aloud.',
  waiting: 'Looking for a Chinese voice on this system…',
  noVoice:
    'This system has no Chinese voice. Add one in the system settings for speech, then come back here.',
  failed: 'The voice failed. Press “Resume” to try again.',
};

// comparison/words.ts

export const comparisonStrings = {
  name: 'Two years compared',
  pair: (earlier: string, later: string) => `${earlier} and ${later} compared`,
  link: (title: string) => `Compared with ${title}`,
  title: (earlier: string, later: string) => `${earlier} and ${later} compared`,
  description: (earlier: string, later: string) =>
    `${earlier} and ${later} compared task by task: which tasks are unchanged, which have changed, which are new, and which have no counterpart.`,
  lead: 'A program paired the tasks of the two plans by their text; each pair says how certain it is and why, and whether the editors confirmed it. A pair means that the texts are alike, not that a task was continued, completed or dropped.',
  index: 'Contents of this page',
  newTasks: 'New',
  goneTasks: 'No counterpart',
  counted: (n: number) => plural(n, 'task'),
  refused: (plan: string, n: number, why: string | undefined) =>
    `Editors: worded like task ${n} of ${plan}, but not the same task${why === undefined ? '' : `: ${open(why)}`}.`,
  facts: {
    kept: 'Unchanged',
    changed: 'Text changed',
    split: 'one task became several',
    merged: 'several tasks became one',
  },
  sections: 'Sections',
  sectionTable: 'How sections correspond',
  sectionTasks: 'Tasks paired',
  noSection: 'No corresponding section',
  tasks: 'Tasks whose text changed',
  keptTasks: 'Unchanged tasks',
  keptLead: 'Apart from their numbers, the texts in both plans are the same.',
  keptTable: 'Numbers of unchanged tasks in both plans',
  addedTasks: (later: string) => `New tasks in ${later}`,
  addedLead: (earlier: string) => `No task with similar text was found in ${earlier}.`,
  droppedTasks: (later: string) => `Tasks without a counterpart in ${later}`,
  droppedLead: (later: string) =>
    `No task with similar text was found in ${later}. That does not mean that they were dropped.`,
  task: (n: number) => `Task ${n}`,
  taskColumn: 'Task',
  moved: 'in another section',
  sure: {
    confirmed: 'Pair confirmed by the editors',
    same: 'Certainty: high (unchanged)',
    near: 'Certainty: high',
    alike: 'Certainty: medium',
    possible: 'Certainty: low',
  },
  editor: (why: string | undefined) =>
    why === undefined ? 'Confirmed by the editors' : `Confirmed by the editors: ${why}`,
  sameText: 'Same text',
  sameTaskTitle: 'Same title',
  commonWords: (share: number) => `${percent(share)} of the words of both texts are shared`,
  part: (n: number, share: number) =>
    `${percent(share)} of the words of task ${n} are on the other side`,
  bothName: (name: string) => `Both mention “${name}”`,
  sameIndicator: (indicator: string) => `Both have a figure for “${indicator}”`,
  keptSentences: (n: number) =>
    `${plural(n, 'other sentence is', 'other sentences are')} unchanged.`,
  onlyPlace: 'The text is the same, only divided among tasks differently.',
  added: ' (added: ',
  removed: ' (deleted: ',
  end: ') ',
  legend:
    'Underlined: added in the later plan. Struck through: in the earlier plan, not in the later.',
  figures: 'Figures of the same indicator',
  figuresLead:
    'Indicators are matched by the editors; those that a program matched by name, unit and scope are marked below their name. Differences are calculated, and only where unit, kind and scope are the same; the source does not print them.',
  figureTable: 'Figures of the same indicator in both plans',
  indicator: 'Indicator',
  otherName: (indicator: string) => `“${indicator}” in the earlier plan`,
  bases: { confirmed: 'confirmed by the editors', proposed: 'matched by the text' },
  difference: 'Difference (calculated)',
  noDifference: {
    unit: 'units differ: not calculated',
    nature: 'kinds of number differ: not calculated',
    scope: 'scopes differ: not calculated',
    range: 'one is a range: not calculated',
    name: 'names of the indicator differ: not calculated',
  },
  equal: 'equal',
  points: ' percentage points',
  otherQualifier: 'qualifiers differ',
  large: count,
  chart: {
    more: (later: string) => `Larger in ${later}`,
    less: (later: string) => `Smaller in ${later}`,
    part: (title: string, n: number, of: number) => (of > 1 ? `${title}, chart ${n}` : title),
    ranges: 'One is a range',
    rates: (most: number) => `Percentages: on one axis, from 0 to ${most}%`,
    pair: (
      indicator: string,
      earlier: readonly [string, string],
      later: readonly [string, string],
      change: string,
    ) =>
      `${indicator}: ${earlier.join(' ')}, ${later.join(' ')}${change === '' ? '' : `, difference ${change}`}`,
    reading: (said: {
      all: number;
      more: number;
      less: number;
      equal: number;
      other: number;
      hasBounds: boolean;
      hasOwnAxes: boolean;
    }) =>
      listed([
        `${plural(said.all, 'indicator is', 'indicators are')} paired in the two plans`,
        ...(said.more > 0 ? [`${count(said.more)} larger in the later one`] : []),
        ...(said.less > 0 ? [`${count(said.less)} smaller`] : []),
        ...(said.equal > 0 ? [`${count(said.equal)} equal and only in the table`] : []),
        ...(said.other > 0 ? [`${count(said.other)} that cannot be subtracted`] : []),
      ]) +
      '. Larger and smaller speak of the numbers only, not of better or worse.' +
      (said.hasOwnAxes
        ? ' Except for percentages, each indicator has its own axis: compare its two years, not one indicator with another.'
        : '') +
      (said.hasBounds
        ? ' A bar with a pointed end shows a minimum (no less than), one with a vertical line at its end a maximum (no more than).'
        : ''),
    columns: {
      label: 'Which plan',
      printed: 'As in the source, or difference',
      full: 'Full value',
    },
  },
  documents: 'Documents to be drawn up or revised in the earlier plan and mentioned in the later',
  documentTable: 'How documents are mentioned in both plans',
  document: 'Document',
  nearName: (name: string) => ` similar name: ${name}`,
  initiatives: 'Initiatives mentioned in both plans',
  initiativeTable: 'Where initiatives are mentioned',
  initiative: 'Name',
  elsewhere: 'General requirements or headings',
  data: 'Data of the comparison (JSON)',
  otherYears: 'In the plans of other years: ',
  inYear: (year: string, said: string) => `${year} (${said})`,
  places: (n: number) => plural(n, 'place'),
  plans: 'All plans',
  plansDescription: 'The plans on this site, and comparisons between them.',
  plansLead: (n: number) => `This site has ${plural(n, 'plan')}.`,
  searchAll: 'Search all plans',
  figuresCounted: (n: number) => plural(n, 'figure'),
};

/** All of it, as the list of words files has it. */
export const en = {
  interface: {
    strings,
    nameStrings,
    searchBoxStrings,
    passOnStrings,
    searchStrings,
    correctionStrings,
    changeStrings,
    embedStrings,
    offlineStrings,
    styleguideStrings,
  },
  text: { textStrings },
  joining: { joining },
  kinds: {
    targets: { targetsTableWords, targetsWords },
    numerals: { numeralsTableWords, numeralKindNames },
    charts: {},
    documents: { documentsTableWords, documentsWords },
    initiatives: { initiativesTableWords, initiativesWords },
    phrases: { phrasesTableWords, phraseKindNames },
    meetings: { meetingsTableWords, meetingsWords },
    notes: { notesTableWords, notesWords, maskedThingNames },
    concerns: { audiencesTableWords, audiencesWords, basisNames },
    relations: { relationsTableWords, relationsWords },
    responsible: { responsibleWords },
  },
  shared: { mentionWords },
  tables: { csvWords, columnWords },
  comparison: { comparisonStrings },
  exports: {
    glossaryTableWords,
    sectionsTableWords,
    sentencesTableWords,
    tasksTableWords,
    dataFilesWords,
    stratmlWords,
    jsonLdWords,
  },
  files: { fileWords, filesWords, epubWords, taskFileWords },
  reading: { settingsStrings, aloudStrings },
} satisfies Language;
