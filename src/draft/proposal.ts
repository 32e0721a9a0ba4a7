/** An entry as a draft proposes it. */
export type Proposal = Record<string, unknown> & { review: 'pending'; proposed: string };
