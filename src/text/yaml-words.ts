import type { ErrorCode } from 'yaml';

/** What each fault of the parser's is about, in Chinese. */
export const syntaxFaults: Readonly<Record<ErrorCode, string>> = {
  ALIAS_PROPS: '别名（*）不能再有标记',
  BAD_ALIAS: '别名（*）写得不对，或它所指的名字前面没有',
  BAD_COLLECTION_TYPE: '标记与列表或字段不符',
  BAD_DIRECTIVE: '以 % 开头的行写得不对；文字以 % 开头的，加引号',
  BAD_DQ_ESCAPE: '双引号里的反斜线写得不对；改用单引号，反斜线就没有特别的意思',
  BAD_INDENT: '行首的空格不对，与同一级的其他行没有对齐',
  BAD_PROP_ORDER: '标记的先后不对',
  BAD_SCALAR_START: '文字以 YAML 留作他用的符号开头，请加引号',
  BLOCK_AS_IMPLICIT_KEY: '冒号多了，或少换了一行；文字里有“: ”的，加引号',
  BLOCK_IN_FLOW: '方括号或花括号里面不能分行写列表',
  DUPLICATE_KEY: '同一个字段写了两次',
  IMPOSSIBLE: '读不懂',
  KEY_OVER_1024_CHARS: '字段名太长，多半是少了冒号或引号',
  MISSING_CHAR: '少了一个符号：引号、括号、冒号或逗号',
  MULTILINE_IMPLICIT_KEY: '字段名跨了行，多半是少了冒号或引号没有成对',
  MULTIPLE_ANCHORS: '同一处有两个名字（&）',
  MULTIPLE_DOCS: '一个文件里有两份内容：去掉多余的 ---',
  MULTIPLE_TAGS: '同一处有两个标记（!）',
  NON_STRING_KEY: '字段名不是文字',
  RESOURCE_EXHAUSTION: '列表或字段套得太深',
  TAB_AS_INDENT: '行首用了制表符，请改用空格',
  TAG_RESOLVE_FAILED: '以 ! 开头的标记不认识；文字以 ! 开头的，加引号',
  UNEXPECTED_TOKEN: '这里不该有这个符号',
};
