import { type Finding, findConsistency } from '../kinds/targets/consistency.ts';
import { once } from '../text/extent-index.ts';
import type { Target } from '../kinds/targets/targets.ts';
import { strings } from '../words/strings.ts';

/** What was computed, in words: `nature` says whether it checks what the plan prints or derives what it does not. */
export type FindingText = { nature: string; text: string };

const words = strings.check;

/** What can be computed of one target and those it belongs with. */
export function describeFindings(target: Target, targets: readonly Target[]): FindingText[] {
  return (findingsOf(targets).get(target.id) ?? []).map(describe);
}

const findingsOf = once((targets: readonly Target[]) => {
  const findings = new Map<string, Finding[]>();
  for (const finding of findConsistency(targets)) {
    for (const id of new Set(targetsOf(finding).map((target) => target.id))) {
      findings.set(id, [...(findings.get(id) ?? []), finding]);
    }
  }
  return findings;
});

function targetsOf(finding: Finding): readonly Target[] {
  if (finding.kind === 'sum') return [finding.total, ...finding.parts];
  if (finding.kind === 'base') return [finding.target, finding.growth];
  return finding.parts;
}

const write = (value: number, unit: string): string => `${value}${unit}`;

function describe(finding: Finding): FindingText {
  if (finding.kind === 'base') {
    const { target, growth, about } = finding;
    return {
      nature: words.derived,
      text: words.base(
        growth.kind,
        growth.quantity.text,
        write(about, target.unit),
        strings.charts.interval(finding, target.unit),
      ),
    };
  }
  const { parts, sum } = finding;
  const added = parts.map(({ normalised }) => normalised).join(' + ');
  if (finding.kind === 'derived-total') {
    return {
      nature: words.derived,
      text: words.total(finding.name, added, write(sum, finding.unit)),
    };
  }
  const { total, holds } = finding;
  return {
    nature: words.checked,
    text: words.sum(added, write(sum, total.unit), total.quantity.text, holds),
  };
}
