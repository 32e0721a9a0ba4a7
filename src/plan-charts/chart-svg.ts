import { type DrawingMark, type Shape, nameOf, type as typeSize } from '../charts/drawing.ts';
import type { DrawnChart } from '../charts/chart.ts';
import { wrapText } from '../charts/wrap.ts';
import { escapeHtml, typesetRuns } from '../setting/typeset.ts';
import { colour } from '../styles/colours.ts';
import { strings } from '../words/strings.ts';

const sans = "'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif";
const serif = "'Noto Serif CJK SC','Source Han Serif SC','Songti SC',SimSun,serif";

/** The looks of a file that stands alone, as `charts.css` has them: the site's colours by day, on paper of its own. */
const style = `
text{font-family:${sans};fill:${colour('ink-2')}}
.title,.value,.heading,.lead{font-family:${serif};font-weight:700;fill:${colour('ink')}}
.value{stroke:${colour('paper')};stroke-width:5px;stroke-linejoin:round;paint-order:stroke}
.label,.derived{fill:${colour('ink')}}.lead,.group{fill:${colour('accent')}}
.bar,.interval,.dot{fill:${colour('accent')}}.faint{fill:${colour('ink-3')}}
.ring{fill:none;stroke:${colour('accent')};stroke-width:1.5}.other{fill:${colour('accent-3')}}.hit{fill:none}
.whole{fill:${colour('rule')}}
.base{fill:none;stroke:${colour('ink-2')};stroke-dasharray:4 3}
.axis{stroke:${colour('ink-3')}}.tick{stroke:${colour('rule')}}`;

const margin = 24;
const titleSize = 24;
const titleLine = 32;
const lineHeight = 22;

/**
 * A chart as an SVG file in its own colours, complete with title, reading and source.
 * @param plans the titles of the plans that it is of, for the line that names the source
 */
export function writeChartSvg(chart: DrawnChart, ...plans: string[]): string {
  const { wide, topic } = chart;
  const said = chart.reading.map(({ text }) => text).join('');
  const reading = wrapText(said, wide.width / typeSize.small);
  const title = wrapText(chart.title, wide.width / titleSize);
  const titleTop = margin + titleSize - 4 + (topic === undefined ? 0 : lineHeight);
  const readingTop = titleTop + (title.length - 1) * titleLine + 28;
  const top = readingTop + reading.length * lineHeight + 6;
  const width = wide.width + 2 * margin;
  const height = Math.ceil(top + wide.height + 36 + margin);
  const set = (role: string, y: number, size: number, text: string): string =>
    `<text class="${role}" x="${margin}" y="${y}" font-size="${size}">${escapeHtml(text)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title reading" lang="${strings.language}">`,
    `<title id="title">${escapeHtml(chart.title)}</title>`,
    `<desc id="reading">${escapeHtml(said)}</desc>`,
    `<style>${style}</style>`,
    `<rect width="${width}" height="${height}" fill="${colour('paper')}"/>`,
    ...(topic === undefined ? [] : [set('group', margin + typeSize.small, typeSize.small, topic)]),
    ...title.map(({ text }, i) => set('title', titleTop + i * titleLine, titleSize, text)),
    ...reading.map(({ text }, i) => set('', readingTop + i * lineHeight, typeSize.small, text)),
    `<g transform="translate(${margin} ${top})">`,
    ...wide.marks.map(writeMark),
    '</g>',
    set('', height - margin + 4, typeSize.small, strings.charts.source(plans)),
    '</svg>',
    '',
  ].join('\n');
}

/** A mark that stands for something says what, to who points at it. */
function writeMark(mark: DrawingMark): string {
  const shapes = mark.shapes.map(writeShape).join('\n');
  const said = mark.key === undefined ? '' : nameOf(mark);
  return said === '' ? shapes : `<g><title>${escapeHtml(said)}</title>\n${shapes}</g>`;
}

function writeShape(shape: Shape): string {
  if (shape.type !== 'text') {
    const { type, role, ...attributes } = shape;
    return `<${type} class="${role}"${writeAttributes(attributes)}/>`;
  }
  const { role, x, y, size, anchor, words } = shape;
  const attributes = {
    x,
    y,
    'font-size': size,
    ...(anchor === undefined ? {} : { 'text-anchor': anchor }),
  };
  const runs = typesetRuns(words.text).map((run, i, all) =>
    all[i - 1]?.kind === 'mark'
      ? `<tspan dx="0.55em">${escapeHtml(run.text)}</tspan>`
      : escapeHtml(run.text),
  );
  return `<text class="${role}"${writeAttributes(attributes)}>${runs.join('')}</text>`;
}

const writeAttributes = (attributes: Record<string, string | number>): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');
