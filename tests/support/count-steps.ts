import { Session } from 'node:inspector';

// The engine puts its counters into what it compiles from now on: import this file before what is to be counted.
const session = new Session();
session.connect();
ask('Profiler.enable');
ask('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

/** The answer is there before `post` returns: the session is that of this very thread. */
function ask(method: string, parameters: object = {}): unknown {
  let answer: unknown;
  session.post(method, parameters, (error, result) => {
    if (error) throw error;
    answer = result;
  });
  return answer;
}

/** What the engine counted since it was last asked. */
function takeCounts(): number {
  const { result } = ask('Profiler.takePreciseCoverage') as {
    result: { url: string; functions: { ranges: { count: number }[] }[] }[];
  };
  return result
    .filter(({ url }) => url.includes('/src/'))
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
    .reduce((sum, { count }) => sum + count, 0);
}

/**
 * How many steps of our own code something takes: runs of functions, of the bodies of loops, of branches. The engine
 * counts them for coverage; what it does itself, such as a search in a string, is not counted. The same on every
 * machine, fast or busy.
 */
export function countSteps(run: () => void): number {
  takeCounts();
  run();
  return takeCounts();
}
