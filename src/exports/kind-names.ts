import type { Audience, Concern } from '../plan/audiences.ts';
import type { Numeral } from '../plan/ledger.ts';
import type { Link } from '../plan/links.ts';
import type { Initiative, Meeting, PlanDocument } from '../plan/named.ts';
import type { Note } from '../plan/notes.ts';
import type { Phrase } from '../plan/phrases.ts';

/** What the codes of the data mean, in Chinese; the kinds of targets are in `strings`, for pages too. */
export const numeralKindNames: Record<Numeral['kind'], string> = {
  'masked-year': '有遮字的年份',
  year: '年份',
  date: '日期',
  name: '名称的一部分',
  'age-range': '年龄段',
  horizon: '规划期限',
  session: '届次',
  abbreviation: '缩略语',
  slogan: '口号',
  ordinal: '序数',
  other: '其他',
};

export const documentKindNames: Record<PlanDocument['kind'], string> = {
  law: '法律',
  regulation: '条例、法规',
  plan: '规划',
  outline: '纲要',
  scheme: '方案',
  opinion: '意见',
  measures: '办法',
  rules: '规程、制度、章程',
  standard: '标准',
  other: '其他',
};

export const documentStatusNames: Record<PlanDocument['status'], string> = {
  draft: '要制定',
  revise: '要修订',
  implement: '要实施',
  cited: '只是提到',
};

export const initiativeKindNames: Record<Initiative['kind'], string> = {
  project: '工程、项目',
  programme: '计划',
  campaign: '活动、创建',
  policy: '政策、制度',
  other: '其他',
};

export const meetingStatusNames: Record<Meeting['status'], string> = {
  planned: '今年要开',
  standing: '定期召开',
  cited: '已经开过',
};

export const phraseKindNames: Record<Phrase['kind'], string> = {
  term: '术语',
  slogan: '口号',
  name: '名称的一部分',
  mask: '遮去的字',
};

export const audienceGroupNames: Record<Audience['group'], string> = {
  learner: '学习者',
  educator: '教育工作者',
  family: '家庭',
  institution: '学校与机构',
  government: '政府与部门',
};

export const roleNames: Record<Concern['role'], string> = {
  beneficiary: '受益者',
  performer: '执行者',
};

export const basisNames: Record<Concern['basis'], string> = {
  explicit: '引文写明',
  inferred: '编者推断',
};

export const relationNames: Record<Link['relation'], string> = {
  measure: '同一措施',
  audience: '同一对象',
  'follow-up': '一项落实或检查另一项',
  complement: '互相补充',
  document: '写到同一文件',
  initiative: '写到同一行动',
  meeting: '写到同一会议',
};

export const noteKindNames: Record<Note['kind'], string> = {
  mask: '遮去的字',
  damaged: '缺字、错字',
  doubtful: '存疑',
  leak: '透露所遮内容的写法',
  context: '关于时间的线索',
};

export const maskedThingNames: Record<NonNullable<Note['masks']>, string> = {
  year: '年份',
  city: '城市',
  'plan-period': '五年规划的期次',
  name: '名称',
  other: '其他',
};

export const certaintyNames: Record<Note['certainty'], string> = {
  certain: '确定',
  likely: '很可能',
  possible: '可能',
};

/** Every code with its meaning, for the description of a column. */
export function listKinds(names: Record<string, string>): string {
  return Object.entries(names)
    .map(([kind, name]) => `${kind} ${name}`)
    .join('，');
}
