import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { Unreadable } from './unreadable.ts';

const run = promisify(execFile);

/** How long LibreOffice may take for a plan, in milliseconds: its first start makes a profile. */
const patience = 180_000;

/** The formats that LibreOffice reads for us, by the ending it knows them by. */
export type OfficeFormat = 'doc' | 'odt' | 'rtf';

const names: Record<OfficeFormat, { en: string; zh: string }> = {
  doc: {
    en: 'a file of an older Word or WPS (.doc, .wps)',
    zh: '老的 Word 或 WPS 文件（.doc、.wps）',
  },
  odt: { en: 'a file in OpenDocument (.odt)', zh: 'OpenDocument 文件（.odt）' },
  rtf: { en: 'a file in RTF', zh: 'RTF 文件' },
};

/**
 * Has LibreOffice turn a file of another program into DOCX, with a profile of its own, so that one that is open does
 * not take the task over.
 * @returns the DOCX file, and the name and version of the program
 * @throws Unreadable where there is no LibreOffice, or it cannot read the file
 */
export async function toDocx(
  bytes: Uint8Array,
  format: OfficeFormat,
): Promise<{ docx: Uint8Array; by: string }> {
  const version = await versionOf('soffice');
  const { en, zh } = names[format];
  if (version === undefined) {
    throw new Unreadable({
      en: `${en}: save it as DOCX in Word or WPS, or install LibreOffice, whose program soffice reads it`,
      zh: `${zh}：请用 Word 或 WPS 另存为 .docx；或安装 LibreOffice，它的 soffice 程序能读`,
    });
  }
  const folder = mkdtempSync(join(tmpdir(), 'jihua-office-'));
  try {
    const file = join(folder, `plan.${format}`);
    writeFileSync(file, bytes);
    await run(
      'soffice',
      [
        '--headless',
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
        '--convert-to',
        'docx',
        '--outdir',
        folder,
        file,
      ],
      { timeout: patience, killSignal: 'SIGKILL' },
    ).catch(() => undefined);
    // It ends as if all were well where it could not read the file.
    const made = join(folder, 'plan.docx');
    if (!existsSync(made)) {
      throw new Unreadable({
        en: `${en} that LibreOffice cannot read: save it as DOCX in Word or WPS, without a password`,
        zh: `${zh}，LibreOffice 读不了：请用 Word 或 WPS 去掉密码，另存为 .docx`,
      });
    }
    return { docx: readFileSync(made), by: version };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `LibreOffice 24.2.5`; undefined if there is none on the PATH. */
async function versionOf(program: string): Promise<string | undefined> {
  try {
    const { stdout } = await run(program, ['--version'], { timeout: patience });
    return /LibreOffice(?:Dev)? [\d.]+\d/u.exec(stdout)?.[0] ?? 'LibreOffice';
  } catch {
    return undefined;
  }
}
