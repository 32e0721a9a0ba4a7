import { stratmlWords } from './words.ts';
import {
  type Audience,
  type Concern,
  audienceRoles,
  concernsByTask,
} from '../kinds/audiences/audiences.ts';
import { groupsOf, taskLabel } from '../text/compose.ts';
import type { Group, Part, Plan, Task } from '../text/schema.ts';
import type { Target } from '../kinds/targets/targets.ts';
import { nameStrings, strings } from '../words/strings.ts';
import type { PublishedPlan } from './published-plan.ts';
import { type Xml, element, writeXml } from './xml.ts';
import { joining } from '../words/joining-words.ts';

/** What stands in an element that the standard requires where the source says nothing. */
export const notStated = stratmlWords.notStated;

/**
 * StratML Part 1 (ISO 17469-1, schema of 2014-04-01): general requirement as Mission, sections as Goals,
 * tasks as Objectives, those they concern as Stakeholders. Who issued a plan and when is left out unless it is known; the standard's dates
 * are whole dates, which a masked year is not.
 */
export function writeStrategicPlan(plan: PublishedPlan): string {
  return writeXml(
    element('StrategicPlan', planContent(plan, 1), {
      xmlns: 'urn:ISO:std:iso:17469:tech:xsd:stratml_core',
    }),
  );
}

/** StratML Part 2 (ISO 17469-2, schema of 2016-02-16): the same, with targets as PerformanceIndicators, and Roles. */
export function writePerformancePlan(plan: PublishedPlan): string {
  return writeXml(
    element('PerformancePlanOrReport', planContent(plan, 2), {
      xmlns: 'urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport',
      Type: 'Performance_Plan',
    }),
  );
}

/** An identifier that is an xsd:ID and cannot be that of a section or a task. */
export const indicatorId = (target: string): string => `target.${target}`;

const numbered = (letter: string, n: number): string => `${letter}${String(n).padStart(2, '0')}`;

/** The part of the standard that is written: only the second has PerformanceIndicators and Roles. */
type StandardPart = 1 | 2;

function planContent(published: PublishedPlan, part: StandardPart): (Xml | undefined)[] {
  const { plan, sections, tasks, concerns } = published;
  const targets = part === 2 ? published.targets : [];
  const targetsOf = Map.groupBy(targets, ({ task }) => task);
  const figuresOf = Map.groupBy(targets, ({ section }) => section);
  const outside = targets.filter((target) => target.part !== undefined);
  return [
    element('Name', plan.title),
    element('OtherInformation', describeSource(plan)),
    element('StrategicPlanCore', [
      plan.issuer === undefined
        ? undefined
        : element('Organization', [element('Name', plan.issuer)]),
      plan.general.length > 0
        ? element('Mission', [
            element('Description', joinParts(plan.general)),
            element('Identifier', 'mission'),
          ])
        : undefined,
      ...sections.map((section) =>
        element('Goal', [
          element('Name', section.title?.text ?? notStated),
          element('Description', joinParts(section.lead) || notStated),
          element('Identifier', numbered('p', section.n)),
          element('SequenceIndicator', section.marker?.text ?? String(section.n)),
          ...figuresObjective(
            `${numbered('p', section.n)}.figures`,
            figuresOf.get(section.n) ?? [],
          ),
          ...section.tasks
            .flatMap((n) => tasks[n - 1] ?? [])
            .map((task) =>
              taskObjective(task, {
                groups: groupsOf(task, section),
                targets: targetsOf.get(task.n) ?? [],
                audiences: listAudiences(
                  published.audiences,
                  concernsByTask(concerns).get(task.n) ?? [],
                ),
                part,
              }),
            ),
        ]),
      ),
      outside.length > 0
        ? element('Goal', [
            element('Name', stratmlWords.outside),
            element('Description', stratmlWords.outsideDescription),
            element('Identifier', 'outside'),
            ...figuresObjective('outside.figures', outside),
          ])
        : undefined,
    ]),
  ];
}

/** What the standard has no element for, or would have to be a whole date. */
function describeSource(plan: Plan): string {
  return [
    plan.year && stratmlWords.year(plan.year.text),
    plan.issuer === undefined && stratmlWords.issuer(notStated),
    plan.documentNumber !== undefined && stratmlWords.documentNumber(plan.documentNumber),
    stratmlWords.licence(notStated),
    stratmlWords.source(plan.sha256),
  ]
    .filter(Boolean)
    .join(joining.gap);
}

/** An audience that a task concerns, and the words that say so. */
type TaskAudience = { audience: Audience; concerns: Concern[] };

/** @param concerns of one task */
function listAudiences(
  audiences: readonly Audience[],
  concerns: readonly Concern[],
): TaskAudience[] {
  const byCode = Map.groupBy(concerns, ({ code }) => code);
  return audiences.flatMap((audience) => {
    const own = byCode.get(audience.code);
    return own ? [{ audience, concerns: own }] : [];
  });
}

function taskObjective(
  task: Task,
  {
    groups,
    targets,
    audiences,
    part,
  }: {
    groups: readonly Group[];
    targets: readonly Target[];
    audiences: readonly TaskAudience[];
    part: StandardPart;
  },
): Xml {
  const known = audiences
    .filter(({ concerns }) => concerns.some(({ role }) => role === 'beneficiary'))
    .map(({ audience }) => audience.name);
  return element('Objective', [
    element('Name', taskLabel(task)),
    element('Description', joinParts(task.sentences)),
    element('Identifier', numbered('t', task.n)),
    element('SequenceIndicator', task.marker?.text ?? String(task.n)),
    ...audiences.map((audience) => stakeholder(audience, part)),
    ...beneficiaries(targets.filter(({ beneficiary = '' }) => !known.includes(beneficiary))),
    groups.length > 0
      ? element('OtherInformation', groups.map(describeGroup).join(joining.gap))
      : undefined,
    ...targets.map(indicator),
  ]);
}

/** Part 1 has no Role: what the audience is to the task stands in its Description. */
function stakeholder({ audience, concerns }: TaskAudience, part: StandardPart): Xml {
  const roles = audienceRoles
    .map((role) => ({ role, words: concerns.filter((concern) => concern.role === role) }))
    .filter(({ words }) => words.length > 0)
    .map(({ role, words }) => ({
      role,
      description: words.map(describeConcern).join(joining.semicolon),
    }));
  const inWords = roles.map(({ role, description }) =>
    stratmlWords.role(nameStrings.audienceRole[role], description),
  );
  return element(
    'Stakeholder',
    [
      element('Name', audience.name),
      element('Description', [audience.definition, ...(part === 1 ? inWords : [])].join('\n')),
      ...(part === 1
        ? []
        : roles.map(({ role, description }) =>
            element('Role', [
              element('Name', nameStrings.audienceRole[role]),
              element('Description', description),
              roleType(role),
            ]),
          )),
    ],
    { StakeholderTypeType: 'Generic_Group' },
  );
}

/** The standard has these two types; of the roles it has not, the Name of the Role tells. */
const roleTypes: Partial<Record<Concern['role'], string>> = {
  beneficiary: 'Beneficiary',
  performer: 'Performer',
};

function roleType(role: Concern['role']): Xml | undefined {
  const type = roleTypes[role];
  return type === undefined ? undefined : element('RoleType', type);
}

function describeConcern({ span, why }: Concern): string {
  return stratmlWords.concern(span.text, why);
}

/** The standard has no level between Goal and Objective. */
function describeGroup({ marker, title, lead }: Group): string {
  return [stratmlWords.group((marker?.text ?? '') + title.text), joinParts(lead)]
    .filter(Boolean)
    .join('\n');
}

/** An Objective for figures that stand in no task: the standard has no other place for them. */
function figuresObjective(id: string, targets: readonly Target[]): Xml[] {
  return targets.length === 0
    ? []
    : [
        element('Objective', [
          element('Name', stratmlWords.figures),
          element('Identifier', id),
          ...beneficiaries(targets),
          ...targets.map(indicator),
        ]),
      ];
}

function beneficiaries(targets: readonly Target[]): Xml[] {
  return Array.from(new Set(targets.flatMap(({ beneficiary }) => beneficiary ?? [])), (name) =>
    element(
      'Stakeholder',
      [
        element('Name', name),
        element('Role', [
          element('Name', nameStrings.audienceRole.beneficiary),
          roleType('beneficiary'),
        ]),
      ],
      { StakeholderTypeType: 'Generic_Group' },
    ),
  );
}

function indicator(target: Target): Xml {
  return element(
    'PerformanceIndicator',
    [
      element('MeasurementDimension', target.indicator),
      element('UnitOfMeasurement', target.unit || notStated),
      element('Identifier', indicatorId(target.id)),
      target.of === undefined ? undefined : relationship(target, target.of),
      element('MeasurementInstance', results(target)),
      element('OtherInformation', describeTarget(target)),
    ],
    { PerformanceIndicatorType: 'Quantitative' },
  );
}

function relationship({ kind }: Target, of: string): Xml {
  return element(
    'Relationship',
    [element('ReferentIdentifier', indicatorId(of)), element('Name', strings.targetKind[kind])],
    { RelationshipType: kind === 'part' ? 'Narrower_Than' : 'Peer_To' },
  );
}

/** The number in full with its qualifier and the words that state it; of a range, both ends. */
function results({ normalised, upTo, qualifier, span }: Target): Xml[] {
  const ends = upTo === undefined ? [normalised] : [normalised, upTo];
  return ends.map((end) =>
    element('TargetResult', [
      element('NumberOfUnits', writeDecimal(end)),
      qualifier === undefined
        ? undefined
        : element('Descriptor', [
            element('DescriptorName', stratmlWords.qualifier),
            element('DescriptorValue', qualifier),
          ]),
      element('Description', span.text),
    ]),
  );
}

function describeTarget(target: Target): string {
  return [
    stratmlWords.printed(target.quantity.text),
    target.upTo === undefined ? '' : stratmlWords.range,
    stratmlWords.kind(strings.targetKind[target.kind], target.kind),
    target.addsTo === undefined ? '' : stratmlWords.addsTo(target.addsTo),
    target.beneficiary === undefined
      ? ''
      : stratmlWords.role(strings.target.beneficiary, target.beneficiary),
    stratmlWords.place(target.span.start, target.span.end),
  ]
    .filter(Boolean)
    .join(joining.gap);
}

/** A number as xsd:decimal has it: no exponent. */
function writeDecimal(n: number): string {
  return n.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 });
}

/** Parts one after another, with the white space between them. */
function joinParts(parts: readonly Part[]): string {
  return parts
    .map(({ text, after }) => text + after)
    .join('')
    .trim();
}
