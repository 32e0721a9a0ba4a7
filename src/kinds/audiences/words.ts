/** The words of audiences table. */
export const audiencesTableWords = {
  description: '各项任务的对象，一行是任务里的一处与一类人、学校或部门。',
  task: '，即任务网址里的数字',
  codeTitle: '代码',
  codeDescription: '这一类的代码，即网址的最后一段，发布以后不改。',
  nameTitle: '名称',
  nameDescription: '这一类的名称，编者所定。',
  orderTitle: '次序',
  orderDescription: '这一类在受控词表里的次序，从 0 数起。',
  groupTitle: '类',
  definitionTitle: '界定',
  definitionDescription: '这一类包括谁，编者所定。',
  seeTitle: '另见',
  seeDescription: '看了这一类还该看的其他各类，用代码，',
  roleTitle: '角色',
  basisTitle: '依据',
  whyTitle: '理由',
  whyDescription: '编者为什么这样推断；引文写明的则空。',
  quotation: '与这一类有关的原文。',
};

/** The words of audiences. */
export const audiencesWords = {
  label: '相关对象',
  counted: (n: number) => `${n} 类人、学校和部门`,
};

/** What codes mean that only the data show. */
export const basisNames = {
  explicit: '引文写明',
  inferred: '编者推断',
};

/** What the file is for, and what its fields mean, by their paths. */
export const fileWords = {
  title: 'audiences.yaml',
  about:
    '每项任务与谁有关。代码出自 content/vocabulary/audiences.yaml；有了这个文件，每项任务都要有。',
  fields: {
    '[].task': '任务的次序，从 1 数起。',
    '[].code': '受众的代码，例如 teacher。',
    '[].role':
      'beneficiary 受支持与服务的；performer 实施的；supervised 受评价与监管的；affected 涉及的。',
    '[].basis': 'explicit 引文写明；inferred 编者推断，要写 why。',
    '[].why': '为什么这样推断，一句话。',
  },
};
