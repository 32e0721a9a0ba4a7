import { buildCommand } from './build.ts';
import { serveSite } from './serve.ts';

const report = await buildCommand(process.argv.slice(2));
if (report) {
  const port = Number(process.env['PORT'] ?? 4321);
  try {
    const { url } = await serveSite(report.out, { port, base: report.base });
    process.stdout.write(
      `\nread it at ${url}  (built in ${report.seconds.toFixed(1)} s; Ctrl+C ends)\n`,
    );
  } catch (error) {
    process.stderr.write(`port ${port} cannot be used (${String(error)}); set PORT to another\n`);
    process.exitCode = 1;
  }
}
