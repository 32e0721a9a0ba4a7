/** Reading settings: their panel, and the page about them. */
export const settingsStrings = {
  link: '设置',
  title: '阅读设置与长辈版',
  description: '字号、行距、配色、字体、名词的显示方式与长辈版；不用脚本时，浏览器自己的办法。',
  close: '关闭',
  reset: '恢复默认',
  kept: '已记在这台设备的浏览器里，各页都照此显示。',
  notKept: '浏览器不让本站存储，只在本页有效。',
  names: {
    view: '长辈版',
    size: '字号',
    lines: '行距',
    theme: '配色',
    face: '字体',
    glosses: '名词与校注',
  },
  senior: '字大，一栏，按钮大',
  smaller: '小一号',
  larger: '大一号',
  pixels: (n: string) => `${n} 像素`,
  values: {
    lines: { tight: '紧', '': '适中', loose: '松', looser: '很松' },
    theme: { '': '跟随系统', light: '浅', dark: '深', contrast: '高对比' },
    face: { '': '宋体', sans: '黑体' },
    glosses: { '': '在旁', inline: '夹注', unsaid: '不显示' },
  },
  standard: '默认',
  needsScript: '这里的设置要用脚本。没有脚本时，可以用浏览器自己的办法，见下。',
  browser: '浏览器自己的办法',
  browserWays: [
    '电脑：按 Ctrl 和加号（苹果电脑按 ⌘ 和加号）放大整页，按 Ctrl 和 0 还原。',
    '手机：系统设置里的“显示与亮度”可以改字号，本站的字跟着变大。',
    '微信：打开网页后点右上角的“…”，选“调整字体”。',
    '深色：本站跟随系统的深色模式、“增强对比度”和 Windows 的“对比主题”。',
  ],
  aloud: '朗读',
  aloudNote:
    '任务页和全文页的“朗读”逐句读出计划的文字，读到哪一句，哪一句就标出来。声音来自系统，文字不送往别处；系统里没有中文语音时会说明。',
  aloudWays: [
    '“朗读”条上可以暂停、换句、改语速、换声音；焦点在条上时，空格暂停或继续，左右方向键换句，Esc 结束。',
    '锁屏和耳机上的播放键也能用，视浏览器而定。',
    '没有脚本时：Edge 在菜单里选“大声朗读”；iPhone 在“设置”的“辅助功能”里打开“朗读内容”；安卓手机用“随选朗读”。',
  ],
  storage: '存了什么',
  storageNote:
    '只有这里选的各项，存在这台设备的浏览器里，不发给任何人；“恢复默认”就把它删掉。本站没有账号，不用 Cookie。',
};

/** The bar that reads aloud. */
export const aloudStrings = {
  link: '朗读',
  label: '朗读',
  pause: '暂停',
  resume: '继续',
  previous: '上一句',
  next: '下一句',
  close: '关闭',
  rate: '语速',
  times: (n: string) => `${n} 倍速`,
  voice: '声音',
  place: (n: number, all: number) => `第 ${n} 句，共 ${all} 句`,
  unable: '这个浏览器不能朗读。',
  waiting: '正在找系统里的中文语音……',
  noVoice: '系统里没有中文语音。可以在系统设置的“语音”或“朗读”里添加，再回到这里。',
  failed: '语音出错，按“继续”再试。',
};
