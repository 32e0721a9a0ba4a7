import {
  type Answer,
  type Hit,
  type Reason,
  type SearchIndex,
  leadsOn,
  noAnswer,
} from './answer.ts';
import { findAskedNames, formsOf } from './asked-names.ts';
import type { Corpus } from './corpus.ts';
import { foldWords } from './corpus.ts';
import { readEnglish, readEnglishNumber, tellTerms } from './english.ts';
import { findExplained } from './explanations.ts';
import {
  correct,
  correctShapes,
  findNearWords,
  isLineOf,
  isSureSlip,
  isSwapped,
  mayHideSlip,
} from './guesses.ts';
import { type Knowledge, divide, learn, listen } from './knowledge.ts';
import { findNumber, readAskedNumber } from './numbers.ts';
import { plainLetters } from './pinyin.ts';
import { type Division, type Piece, particles, trimParticles, wordsOf } from './question.ts';
import { rankRecords, tellingOf } from './ranking.ts';
import { readSpelling } from './spellings.ts';
import { type SoundAlike, findAlike } from './sounds.ts';
import { searchStrings } from '../words/strings.ts';

/** What a query that stands nowhere may mean. What is not told is nothing. */
export type Understood = Partial<Answer>;

export type Ways = {
  /** Whether no slip is to be guessed at. */
  asTyped: boolean;
  /** Answers other words; as they are, unless slips in them may be guessed at. */
  answer: (words: string, asTyped?: boolean) => Promise<Answer>;
};

const mostRelated = 10;
const mostOffered = 3;

/**
 * Says what is meant by words that stand nowhere: in the text, and what is named by what they ask for. Where there is
 * neither, what editors explain is looked through for that, too.
 */
export async function understand(
  terms: readonly string[],
  index: SearchIndex,
  ways: Ways,
): Promise<Understood> {
  const known = await learn(index);
  const found = await understandText(terms, index, known, ways);
  if (found.form !== undefined) return found;
  const divisions = terms.map((term) => divide(foldQuery(term), known));
  const named = findAskedNames(divisions, index, known);
  if (named.length > 0) return { ...withNamed(found, named), byQuestion: true };
  const left = divisions.flatMap((division) => division.left);
  const isAsked = left.length > 0 && left.join('') !== terms.map(foldQuery).join('');
  if (!isAsked || leadsOn({ ...noAnswer(''), ...found })) return found;
  const explained = await findExplained(left.map(formsOf), index);
  return explained.length > 0 ? { ...found, explained } : found;
}

/** What was found with the named things, each told once. */
function withNamed(found: Understood, named: Hit[]): Understood {
  const told = new Set(named.map(({ record }) => record.path));
  const related = (found.related ?? [])
    .map((group) => ({ ...group, hits: group.hits.filter(({ record }) => !told.has(record.path)) }))
    .filter(({ hits }) => hits.length > 0);
  return { ...found, related, named };
}

/** Words as they are compared: folded, without quotation marks, white space and hyphens. */
const foldQuery = (words: string): string => foldWords(words).split('"').join('');

/**
 * Says what is meant in the text, in this order: a word that people say, Latin letters, a number,
 * what is known not to be spoken of, a slip of the ear, a question of several words, a slip of the hand.
 */
async function understandText(
  terms: readonly string[],
  index: SearchIndex,
  known: Knowledge,
  ways: Ways,
): Promise<Understood> {
  const said = terms.join(' ');
  const words = terms.map(foldQuery).filter(Boolean);
  const whole = words.join('');

  // A number is one, whatever it is asked for by.
  const plain =
    readAskedNumber(whole)?.rest === '' ? understandNumber(whole, index, known) : undefined;
  if (plain) return plain;

  const meaning = known.lexicon.get(whole);
  if (meaning && !known.unmentioned.has(whole)) {
    const piece = { piece: whole, start: 0, end: whole.length, meaning, isText: false };
    const hits = findMeant([whole], [piece], known);
    if (hits.length > 0) {
      return { related: [{ reason: { kind: 'meaning', said, words: meaning.words }, hits }] };
    }
  }
  if (/\p{Script=Latin}/u.test(whole)) {
    const number = readEnglishNumber(said);
    const same = number && understandNumber(number, index, known);
    if (same) return same;
    const spelled = await understandLetters(words, said, index, known, ways);
    if (spelled) return spelled;
  }
  const byNumber = understandNumber(whole, index, known);
  if (byNumber) return byNumber;

  const divisions = words.map((word) => divide(word, known));
  const absent = divisions.flatMap(({ pieces }) => pieces.filter(({ isAbsent }) => isAbsent));
  if (absent.length > 0) return tellUnmentioned(absent, words, divisions, known);

  const inOrder = findOtherOrder(divisions, whole, known);
  if (inOrder !== undefined) return understandText([inOrder], index, known, ways);

  const isClear = divisions.every(
    (division, i) => division.unknown.length === 0 && !mayHideSlip(words[i] ?? '', division),
  );
  const shortened = divisions.every(({ pieces }) => pieces.length === 0)
    ? findShortened(whole, known)
    : undefined;
  if (shortened) return { related: [shortened] };
  const near = isClear ? [] : findNearWords(whole, known);
  if (!ways.asTyped && !isClear) {
    const swapped = near.find((words) => isSwapped(whole, words));
    if (swapped !== undefined) return guessed(await ways.answer(swapped), swapped);
    const reshaped = correctShapes(words, divisions, known);
    if (reshaped !== undefined) {
      const found = await ways.answer(reshaped);
      if (leadsOn(found)) return { ...found, form: reshaped, isGuess: true };
    }
    const corrected = await correct(words, divisions, index, known);
    if (corrected !== undefined) {
      const found = await ways.answer(corrected);
      if (leadsOn(found)) return guessed(found, corrected);
    }
  }
  const related = answerQuestion(said, words, divisions, known);
  if (related) return { related: [related], near };
  const [nearest] = near;
  // Nothing else answers: a slip of the hand in a word of some length is as good as certain.
  if (!ways.asTyped && nearest !== undefined && isSureSlip(whole, nearest)) {
    return guessed(await ways.answer(nearest), nearest);
  }
  const missing = findMissing(divisions, known);
  if (near.length > 0) return { near, missing };
  const offered = ways.asTyped ? undefined : await offerBySound(whole, said, index, known);
  if (offered) return { ...offered, missing };
  return { missing };
}

function guessed(found: Answer, form: string): Understood {
  const exact = found.exact.map((hit): Hit =>
    hit.why ? hit : { ...hit, why: { kind: 'sound', words: [form] } },
  );
  return { ...found, exact, form, isGuess: true };
}

/** What a question asks without its question words, or with its halves the other way round, if readers are known to say that. */
function findOtherOrder(
  divisions: readonly Division[],
  whole: string,
  { lexicon, unmentioned }: Knowledge,
): string | undefined {
  const asked = Array.from(divisions.flatMap(({ left }) => left.map(trimParticles)).join(''));
  const turned = asked.flatMap((_, at) =>
    at >= 2 && asked.length - at >= 2 ? [[...asked.slice(at), ...asked.slice(0, at)]] : [],
  );
  return [asked, ...turned]
    .map((characters) => characters.join(''))
    .find((words) => words !== whole && (lexicon.has(words) || unmentioned.has(words)));
}

/**
 * The records that recognised words speak for, the best first, so many as are shown.
 * @param needsMore whether they must also have something of what was not recognised, or be asked for by that
 */
function findMeant(
  asked: readonly string[],
  pieces: readonly Piece[],
  { corpus, ranks }: Knowledge,
  needsMore = false,
): Hit[] {
  // Side by side, what every plan speaks of names something of its own: 首都 does not answer 北京大学.
  const isName = pieces.every(
    ({ isGeneral, start }, i) => isGeneral && (i === 0 || start === pieces[i - 1]?.end),
  );
  return rankRecords(asked, pieces, corpus, ranks)
    .filter(({ isMeant, held }) => isMeant && (!isName || needsMore || held === pieces.length))
    .filter(({ isBacked }) => isBacked || !needsMore)
    .slice(0, mostRelated)
    .map(({ hit }) => hit);
}

/** How many words may hold what they are shortened to; what stands in more of them says too little. */
const mostHolding = 6;

/** A word that people say, shortened: 抑郁 for 抑郁症, 户口 for 外地户口. */
function findShortened(
  whole: string,
  known: Knowledge,
): { reason: Reason; hits: Hit[] } | undefined {
  if (!/^\p{Script=Han}{2,}$/u.test(whole)) return undefined;
  const holding = [...known.lexicon].filter(
    ([word]) => word.length <= 2 * whole.length && (word.startsWith(whole) || word.endsWith(whole)),
  );
  if (holding.length === 0 || holding.length > mostHolding) return undefined;
  const pieces = holding.map(([piece, meaning]): Piece => {
    return { piece, start: 0, end: whole.length, meaning, isText: false };
  });
  const hits = findMeant([whole], pieces, known);
  if (hits.length === 0) return undefined;
  const words = [...new Set(holding.flatMap(([, meaning]) => meaning.words))].slice(0, mostOffered);
  return { reason: { kind: 'meaning', said: whole, words }, hits };
}

/** Latin letters: a spelling of words, alone or among characters; or English words. */
async function understandLetters(
  typed: readonly string[],
  said: string,
  index: SearchIndex,
  known: Knowledge,
  { answer }: Ways,
): Promise<Understood | undefined> {
  const hearing = await listen(index, known);
  const words = typed.map(plainLetters);
  const whole = words.join('');
  const show = (reason: Reason, pieces: readonly Piece[]): Understood => ({
    related: [
      {
        reason,
        hits: findMeant([], pieces, known),
      },
    ],
  });
  const pieceOf = (meaning: Piece['meaning'], isText: boolean): Piece => ({
    piece: whole,
    start: 0,
    end: whole.length,
    meaning,
    isText,
  });
  const english = await readEnglish(said, index, known.corpus);
  if (english) {
    const { named, pieces, missing } = english;
    const hits = findMeant([], pieces, known);
    const reason: Reason = { kind: 'english', said, words: tellTerms(english, hits), missing };
    return { related: [{ reason, hits: [...named.slice(0, mostOffered), ...hits] }] };
  }
  const spelling = readSpelling(whole, known, hearing);
  if (spelling?.kind === 'text') {
    const some = spelling.words.slice(0, 4);
    const reason: Reason = { kind: 'spelling', said, words: some };
    return show(reason, [pieceOf({ words: some, sentences: [] }, true)]);
  }
  const meaning = spelling?.kind === 'said' ? known.lexicon.get(spelling.word) : undefined;
  if (spelling && meaning) {
    const reason: Reason = { kind: 'meaning', said: spelling.word, words: meaning.words };
    return show(reason, [pieceOf(meaning, false)]);
  }
  // What is known not to be spoken of is told as if it had been typed in characters.
  if (spelling) return { ...(await answer(spelling.word)), form: spelling.word };
  if (!/\p{Script=Han}/u.test(whole) && words.length === 1) return undefined;
  // Letters that do not follow one another in the text: each spelling by itself.
  const form = words
    .map((term) =>
      term.replace(/[a-z]{2,}/gu, (letters) => {
        const one = readSpelling(letters, known, hearing);
        return (one?.kind === 'text' ? one.words[0] : one?.word) ?? letters;
      }),
    )
    .join(' ');
  if (form === words.join(' ')) return undefined;
  const found = await answer(form);
  return leadsOn(found) ? { ...found, form } : undefined;
}

/** A number in another form than the text prints it in. */
function understandNumber(
  whole: string,
  { named }: SearchIndex,
  known: Knowledge,
): Understood | undefined {
  const { corpus, ranks } = known;
  const asked = readAskedNumber(whole);
  if (!asked) return undefined;
  const hits = findNumber(asked, corpus.records);
  if (hits.length === 0) return undefined;
  const { pieces } = divide(asked.rest, known);
  const order = new Map(
    rankRecords([asked.rest], pieces, corpus, ranks).map(({ hit, score }) => [hit.record, score]),
  );
  // The number of something else answers nothing. What follows it may be its unit.
  const asks = Array.from(asked.rest).filter((character) => !particles.has(character));
  const isOf = ({ record, ranges }: Hit): boolean =>
    (order.get(record) ?? 0) > 0 ||
    ranges.some(({ start, end }) =>
      record.text.slice(start, end + asked.rest.length).includes(asked.rest),
    );
  if (asks.length >= 2 && !hits.some(isOf)) return undefined;
  const sorted = hits
    .map((hit, i) => ({ hit, i, score: order.get(hit.record) ?? 0 }))
    .sort((a, b) => b.score - a.score || a.i - b.i)
    .map(({ hit }) => hit);
  const words = sorted.flatMap(({ why }) => (why?.kind === 'number' ? why.words : []));
  const reason: Reason = { kind: 'number', said: asked.said, words: [...new Set(words)] };
  const figures = findNumber(asked, named);
  return { related: [{ reason, hits: [...sorted, ...figures].slice(0, mostRelated) }] };
}

/**
 * Says that the text does not speak of something, and what is nearest: by what editors know to be, and by what else
 * was asked.
 */
function tellUnmentioned(
  absent: readonly Piece[],
  words: readonly string[],
  divisions: readonly Division[],
  known: Knowledge,
): Understood {
  const names = absent.map(({ piece }) => nameOf(piece, known));
  const unmentioned = [...new Set(names)].join(searchStrings.listed);
  const nearest = absent.filter(({ meaning }) => meaning.words.length > 0);
  // A word of the text must say more if it alone is to lead on: 条件 is near to nothing.
  const shortest = nearest.length > 0 ? 2 : 3;
  const others = divisions
    .flatMap(({ pieces }) => pieces)
    .filter((piece) => !piece.isAbsent && !piece.isGeneral)
    .filter(
      (piece) =>
        !piece.isText || (piece.piece.length >= shortest && isTelling(piece, known.corpus)),
    );
  const near = [...nearest, ...others];
  if (near.length === 0) return { unmentioned };
  const hits = findMeant(words, near, known);
  const meant = near.flatMap(({ piece, meaning }) =>
    meaning.words.length > 0 ? meaning.words : [piece],
  );
  const reason: Reason = { kind: 'nearest', said: unmentioned, words: [...new Set(meant)] };
  return {
    unmentioned,
    related: [{ reason, hits }],
  };
}

/** What is not spoken of by its name, where it was asked for in a question: 责任单位 for 谁负责. */
function nameOf(words: string, { drop, unmentioned }: Knowledge): string {
  const near = unmentioned.get(words);
  const isAsked = [...drop].some((asking) => words.includes(asking));
  const [name] = isAsked ? ([...unmentioned].find(([, other]) => other === near) ?? []) : [];
  return name ?? words;
}

/** A word that stands in more of the records says too little to be answered by itself. */
const common = 0.3;

function isTelling({ piece }: Piece, { records, countRecords }: Corpus): boolean {
  return countRecords(piece) <= Math.max(2, common * records.length);
}

/** Two characters are too few to be sure of a slip: words that sound like them are offered. */
async function offerBySound(
  whole: string,
  said: string,
  index: SearchIndex,
  known: Knowledge,
): Promise<Understood | undefined> {
  const all = await findSoundAlike(whole, index, known);
  // What has a character in common leaves no doubt about what has none.
  const sharing = all.filter(({ same }) => same > 0);
  const alike = sharing.length > 0 ? sharing : all;
  const [first] = alike;
  if (!first) return undefined;
  const near = [...new Set(alike.map(({ words }) => words))].slice(0, mostOffered);
  // The very sound of another word is shown with what it leads to, but not as if it had been asked. A word of the
  // dictionary that has no character in common with it is none: 幼小 is not 有效.
  const isVery = first.cost <= 2 && Number.isInteger(first.cost);
  if (!isVery || (first.same === 0 && wordsOf(whole).length === 1)) return { near };
  const meaning = known.lexicon.get(first.words) ?? { words: [first.words], sentences: [] };
  const piece: Piece = { piece: first.words, start: 0, end: 2, meaning, isText: true };
  const hits = findMeant([], [piece], known).map((hit): Hit => {
    return { ...hit, why: { kind: 'sound', words: [first.words] } };
  });
  return { near, related: [{ reason: { kind: 'sound', said, words: [first.words] }, hits }] };
}

/** Words of the text, and words that people say, that sound like two characters, the most alike first. */
async function findSoundAlike(
  whole: string,
  index: SearchIndex,
  known: Knowledge,
): Promise<SoundAlike[]> {
  const characters = Array.from(whole);
  if (characters.length !== 2) return [];
  const { ear, text, words } = await listen(index, known);
  const { isEdge } = known.corpus;
  const isTwoWords = ({ from, words: two }: SoundAlike): boolean =>
    !known.lexicon.has(two) && isEdge(from + 1);
  return (
    [
      ...findAlike(characters, text, ear, isEdge, 2),
      ...findAlike(characters, words, ear, isLineOf(words), 2),
    ]
      .filter(({ from, to }) => to - from === 2)
      // 和新 is no word that 火星 was meant to be.
      .filter((one) => !isTwoWords(one) || !Array.from(one.words).some((c) => particles.has(c)))
      // What sounds a little like it must have a character of it: 隐私 is not 影视.
      .filter(({ cost, same }) => same > 0 || Number.isInteger(cost))
      .filter((one) => one.same > 0 || !characters.some((character) => particles.has(character)))
      .sort((a, b) => a.cost - b.cost || Number(isTwoWords(a)) - Number(isTwoWords(b)))
  );
}

/** What nothing is known of, and stands nowhere: a character that was left over may well stand in the text. */
const findMissing = (divisions: readonly Division[], { corpus }: Knowledge): string[] =>
  divisions
    .flatMap(({ unknown }) => unknown.map(({ words }) => words))
    .filter((words) => !corpus.text.includes(words));

/** How much of a question must be known for an answer, as a share of its characters weighted by rarity. */
const enough = 0.34;

/** Answers a question by the words recognised in it, if they are enough of it. */
function answerQuestion(
  said: string,
  words: readonly string[],
  divisions: readonly Division[],
  known: Knowledge,
): { reason: Reason; hits: Hit[] } | undefined {
  const { corpus } = known;
  const pieces = divisions.flatMap((division) => division.pieces);
  const unknown = divisions.flatMap((division) => division.unknown.map((one) => one.words));
  if (pieces.length === 0) return undefined;
  const rarest = Math.log(1 + corpus.records.length);
  const weigh = ({ piece, isText }: Piece): number => {
    if (!isText) return piece.length;
    const count = corpus.countRecords(piece);
    return (piece.length * Math.log(1 + corpus.records.length / Math.max(1, count))) / rarest;
  };
  const telling = tellingOf(pieces);
  const covered = pieces.reduce((sum, piece) => sum + weigh(piece), 0);
  const left = unknown.reduce((sum, some) => sum + Array.from(some).length, 0);
  if (covered < enough * (covered + left)) return undefined;
  // 大学 does not answer 清华大学; and half of a question does not carry as far as what a word is only near to.
  const isGeneral = pieces.every((piece) => piece.isGeneral) && unknown.length > 0;
  const isNear = telling.every(({ isText }) => !isText) && covered <= left;
  const hits = findMeant(words, pieces, known, isGeneral || isNear);
  if (hits.length === 0) return undefined;
  const missing = findMissing(divisions, known).filter((some) => Array.from(some).length >= 2);
  // What is told to have been looked up stands in the text, and where it can in what comes first.
  const namesOf = ({ piece, meaning, isText }: Piece): string => {
    const here = meaning.words.find((word) => hits[0]?.record.text.includes(word));
    return isText ? piece : (here ?? meaning.words[0] ?? piece);
  };
  const names = telling.map(namesOf);
  return { reason: { kind: 'question', said, words: [...new Set(names)], missing }, hits };
}
