import { defineHastPlugin, markdownToHtml } from 'satteri';

/** A manual as a page: its title, its text as HTML without the title, and what a list of contents names. */
export type Manual = { title: string; html: string; contents: Chapter[] };

type Chapter = { id: string; title: string; parts: { id: string; title: string }[] };

/** The id of a heading, as hosts of repositories make it: a link within the file leads to it there and here. */
export const headingId = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/gu, '-');

/**
 * Sets a manual that is written in Markdown. Headings have ids, and so has each row of a table whose first words are
 * code: `#quote-missing`. What leads to another file of the repository is no link here.
 */
export function setManual(markdown: string): Manual {
  let title = '';
  const contents: Chapter[] = [];
  const { html } = markdownToHtml(markdown, {
    features: { smartPunctuation: false },
    hastPlugins: [
      defineHastPlugin({
        name: 'manual',
        element: [
          {
            filter: ['h1'],
            visit: (node, context) => {
              title = context.textContent(node);
              context.removeNode(node);
            },
          },
          {
            filter: ['h2', 'h3'],
            visit: (node, context) => {
              const heading = {
                id: headingId(context.textContent(node)),
                title: context.textContent(node),
              };
              if (node.tagName === 'h2') contents.push({ ...heading, parts: [] });
              else contents.at(-1)?.parts.push(heading);
              context.setProperty(node, 'id', heading.id);
            },
          },
          {
            filter: ['th'],
            visit: (node, context) => context.setProperty(node, 'scope', 'col'),
          },
          {
            filter: ['tr'],
            visit: (node, context) => {
              const [cell] = node.children.filter((child) => child.type === 'element');
              const [first] = cell?.children ?? [];
              if (cell?.tagName !== 'td' || first?.type !== 'element' || first.tagName !== 'code') {
                return;
              }
              context.setProperty(node, 'id', context.textContent(first));
            },
          },
          {
            filter: ['a'],
            visit: (node, context) => {
              if (/^(?:https?:|#)/u.test(String(node.properties['href']))) return;
              context.replaceNode(node, [...node.children]);
            },
          },
        ],
      }),
    ],
  });
  return { title, html, contents };
}
