import type { DeskKind } from '../fields.ts';
import type { Asked } from '../server.ts';
import type { DeskFault, DeskState } from '../state.ts';
import type { Value } from '../edit-yaml.ts';

/** What the desk answers; a part is there if the request asks for it. */
export type Answer = {
  plans?: readonly string[];
  kinds?: readonly DeskKind[];
  state?: DeskState;
  canUndo?: boolean;
  /** The file that was changed elsewhere: nothing was written. */
  conflict?: string;
  values?: Readonly<Record<string, Value>>;
  preview?: string;
  /** Why the plan cannot be shown. */
  faults?: readonly DeskFault[];
  failed?: string;
};

/** The plan and the token that the printed address has behind its hash. */
export function readAddress(hash: string): { plan: string; token: string } {
  const [plan = '', token = ''] = hash.replace(/^#/u, '').split(':');
  return { plan: decodeURIComponent(plan), token };
}

/**
 * Asks the desk.
 * @param asked what to do, with a plan; without it, the page only looks
 * @throws TypeError if the desk does not answer
 */
export async function ask(token: string, path: string, asked?: Asked): Promise<Answer> {
  const response = await fetch(path, {
    headers: { 'X-Desk-Token': token, 'Content-Type': 'application/json' },
    ...(asked ? { method: 'POST', body: JSON.stringify(asked) } : {}),
  });
  if (response.headers.get('content-type')?.startsWith('application/json')) {
    return (await response.json()) as Answer;
  }
  return { failed: `${response.status}` };
}
