import { z } from 'zod';
import { quoteBriefly } from './errors.ts';
import { type Said, toldBy } from './say.ts';

const typeNames: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表',
  tuple: '列表',
  object: '字段',
  date: '日期',
};

/** What a schema wanted of a value. */
export function wantedBy(issue: z.core.$ZodIssue): Said {
  if (issue.code === 'invalid_type') {
    const { expected } = issue;
    return { en: expected, zh: typeNames[expected] ?? expected };
  }
  return toldBy(issue.message) ?? { en: issue.message, zh: describe(issue) };
}

const translate = z.locales.zhCN().localeError;

function describe(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_value':
      return `${issue.values.map((value) => quoteBriefly(String(value), 40)).join('、')}之一`;
    case 'too_small': {
      if (issue.origin === 'string') return `至少 ${issue.minimum} 个字`;
      if (issue.origin === 'array') return `至少 ${issue.minimum} 项`;
      return `${issue.inclusive ? '不小于' : '大于'} ${issue.minimum} 的数`;
    }
    case 'too_big': {
      if (issue.origin === 'string') return `至多 ${issue.maximum} 个字`;
      if (issue.origin === 'array') return `至多 ${issue.maximum} 项`;
      return `${issue.inclusive ? '不大于' : '小于'} ${issue.maximum} 的数`;
    }
    case 'invalid_union': {
      const wanted = new Set(
        issue.errors.flatMap((issues) => issues.map((one) => wantedBy(one).zh)),
      );
      if (wanted.size > 0) return [...wanted].join('，或者');
      break;
    }
  }
  const message = translate(issue as Parameters<typeof translate>[0]);
  return typeof message === 'string' ? message : (message?.message ?? issue.message);
}
