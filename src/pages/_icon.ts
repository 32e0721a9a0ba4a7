import { writeIconSvg } from '../icons/icon.ts';
import { colour } from '../styles/colours.ts';

/** The icon of the site in its colours. */
export const siteIcon = (corners?: number): string =>
  writeIconSvg({ seal: colour('accent'), sheet: colour('paper'), writing: colour('ink') }, corners);

/** The icons of the installed site, in pixels: what browsers ask for at least. */
export const iconSizes = [192, 512];
