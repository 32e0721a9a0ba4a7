import type { ParsedPlan } from '../text/compose.ts';
import { Faults } from '../text/faults.ts';
import type { File } from '../text/yaml.ts';
import type { Audience } from './audiences/audiences.ts';
import type { AnyKind, ReadContext, Reading, TellDoubt } from './kind.ts';
import { refuseCrossing } from './name-ledger.ts';
import { kinds } from './registry.ts';
import type { Annotations } from './tree.ts';

/**
 * Reads everything that editors say of a plan, and proves that nothing is forgotten. A file that needs another
 * one, and a proof that rests on it, wait until that is right: no fault is told twice.
 *
 * @param fileNamed the file of that name beside `plan.yaml`, or undefined if the plan has none
 * @param audiences the controlled list of audiences, if it could be read
 * @param tell see TellDoubt
 * @param proof `proven`, if the same was read with what waits for review, and nothing was left over then
 * @throws PlanError, PlanErrors: the faults of all files
 */
export function readAnnotations(
  plan: ParsedPlan,
  fileNamed: (name: string) => File | undefined,
  audiences: readonly Audience[] | undefined,
  tell?: TellDoubt,
  proof: 'prove' | 'proven' = 'prove',
): Annotations {
  const faults = new Faults();
  const readings = new Map<string, Reading<unknown>>();
  const atFault = new Set<string>();
  const context: ReadContext = {
    plan,
    audiences,
    tell,
    isProven: proof === 'proven',
    entriesOf: ({ name }) => (readings.get(name)?.entries ?? []) as never[],
  };
  for (const kind of kinds as readonly AnyKind[]) {
    const file = fileNamed(kind.file);
    if (!file) continue;
    const reading = kind.needs.some((name) => atFault.has(name))
      ? undefined
      : faults.attempt(() => kind.read(file, context));
    if (reading) readings.set(kind.name, reading);
    else atFault.add(kind.name);
  }
  for (const { ledger } of proof === 'proven' ? [] : (kinds as readonly AnyKind[])) {
    if (!ledger || ledger.speakers.some((name) => atFault.has(name))) continue;
    faults.attempt(() => ledger.prove(plan, (name) => readings.get(name)?.claims, audiences));
  }
  faults.attempt(() => refuseCrossing([...readings.values()].flatMap(({ marked }) => marked)));
  faults.throwFound();
  return Object.fromEntries(
    (kinds as readonly AnyKind[]).map(({ name, derive }) => {
      const own = readings.get(name)?.entries ?? [];
      return [name, derive ? derive(own, context) : own];
    }),
  ) as Annotations;
}
