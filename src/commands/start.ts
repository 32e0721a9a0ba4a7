import { buildCommand } from './build.ts';
import { say } from '../text/say.ts';
import { reasonOf } from './command-error.ts';
import { serveSite } from './serve.ts';

const report = await buildCommand(process.argv.slice(2));
if (report) {
  const port = Number(process.env['PORT'] ?? 4321);
  try {
    const { url } = await serveSite(report.out, { port, base: report.base });
    const seconds = report.seconds.toFixed(1);
    process.stdout.write(
      say({
        en: `\nread it at ${url}  (built in ${seconds} s; Ctrl+C ends)\n`,
        zh: `\n请在浏览器里打开 ${url} （生成用了 ${seconds} 秒；按 Ctrl+C 结束）\n`,
      }),
    );
  } catch (error) {
    process.stderr.write(
      say({
        en: `port ${port} cannot be used (${String(error)}); set PORT to another\n`,
        zh: `端口 ${port} 用不了（${reasonOf(error).zh}）；请把环境变量 PORT 设成别的数\n`,
      }),
    );
    process.exitCode = 1;
  }
}
