import { serveSite } from '../src/commands/serve.ts';
import { launchBrowser } from './support/browser.ts';
const { server, url } = await serveSite('dist');
const browser = await launchBrowser();
import { readdirSync, readFileSync } from 'node:fs';
const list = [...readdirSync('dist/20xx/charts', { withFileTypes: true }).filter((d) => d.isDirectory()).map((d) => `20xx/charts/${d.name}/`), '20xx/targets/t1-graduates/', '20xx/tasks/3/6/', '20xx/tasks/1/3/','20xx/general/1/'];
for (const path of list) {
  const html = readFileSync(`dist/${path}index.html`, 'utf8');
  const height = Number(/height=(?:"|&quot;|&#34;)(\d+)/u.exec(html)?.[1]);
  const out = [];
  for (const width of [360, 560, 760]) {
    const page = await browser.newPage({ viewport: { width, height } });
    await page.goto(`${url}${path}embed/`);
    out.push([width, await page.evaluate(() => Math.max(document.documentElement.scrollHeight, 0)), await page.evaluate(() => Math.round(document.querySelector('main').getBoundingClientRect().bottom))].join(':'));
    if (path.includes('enrolment/') && width === 560) await page.screenshot({ path: '/tmp/i12f-e.png' });
    if (path.includes('tasks/1/3') && width === 360) await page.screenshot({ path: '/tmp/i12f-q.png' });
    await page.close();
  }
  console.log(path, height, out.join(' '));
}
await browser.close(); server.close();
