import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { project } from '../support/site.ts';

/** Files that tell an editor something. */
const tellers =
  /^\/src\/(?:commands|comparison|corrections|desk|draft|import|integrations|kinds|loaders|site|text)\//u;

/** Every stretch of a template that would be written as [object Object], by file and line. */
function objectsInTemplates(): string[] {
  const { config } = ts.readConfigFile(join(project, 'tsconfig.json'), (path) =>
    ts.sys.readFile(path),
  ) as { config: unknown };
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, project);
  const own = fileNames.filter((file) => tellers.test(file.slice(project.length)));
  const program = ts.createProgram(own, options);
  const checker = program.getTypeChecker();
  const found: string[] = [];
  for (const file of program.getSourceFiles().filter(({ fileName }) => own.includes(fileName))) {
    const walk = (node: ts.Node): void => {
      const isTagged = node.parent && ts.isTaggedTemplateExpression(node.parent);
      for (const { expression } of ts.isTemplateExpression(node) && !isTagged
        ? node.templateSpans
        : []) {
        const type = checker.getTypeAtLocation(expression);
        const isObject = (type.isUnion() ? type.types : [type]).some(
          (one) => one.flags & ts.TypeFlags.Object && checker.typeToString(one) !== 'URL',
        );
        const { line } = file.getLineAndCharacterOfPosition(expression.getStart());
        if (isObject) found.push(`${file.fileName}:${line + 1}: ${expression.getText()}`);
      }
      ts.forEachChild(node, walk);
    };
    walk(file);
  }
  return found;
}

test('what is said in two languages is written as words, never as an object', () => {
  expect(objectsInTemplates()).toEqual([]);
});
