import { strings } from '../words/strings.ts';

/** A form in which a whole plan may be taken along as one file, `/<plan>/<name>`. */
export type FileFormat = {
  name: string;
  mediaType: string;
  /** What readers call it. */
  label: string;
};

export const pdf: FileFormat = {
  name: 'plan.pdf',
  mediaType: 'application/pdf',
  label: strings.printing.pdf,
};

/** Every format, in the order in which readers are offered them. */
export const formats: readonly FileFormat[] = [pdf];
