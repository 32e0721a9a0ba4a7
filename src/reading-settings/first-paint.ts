/** Under what name a browser keeps the settings. */
export const storageKey = 'jihua';

/**
 * The one script within a page: it sets what a reader has set before anything is painted. What is kept becomes a class
 * of the root element if it looks like settings (see choices.ts), and nothing else: no address and no HTML. The sheet
 * that gives the class a look is named by the page itself. It is written and not appended, since browsers paint before
 * a sheet that a script has appended; readers who have set nothing do not load it.
 *
 * It must stay the same on all pages of all sites: its hash stands in their policy and in that of hosts.
 */
export const firstPaintScript = `try{let d=document,s=localStorage.${storageKey};/^set( [a-z]+\\d*)+$/.test(s)&&(d.documentElement.className=s,d.write('<link rel="stylesheet" href="'+d.currentScript.dataset.css+'">'))}catch{}`;
