import { correction, generate } from 'lean-qr/nano';
import { toSvgPath } from 'lean-qr/extras/svg';

/** A QR code to draw: one path of square modules, in a square whose side is `size` modules, its margin included. */
export type QrCode = { size: number; path: string; margin: number };

/** The quiet zone that ISO/IEC 18004 asks for on every side, in modules. */
const margin = 4;

/**
 * Makes the QR code (ISO/IEC 18004) of an address. It must be drawn dark on light in every colour scheme: many phones
 * do not read the reverse.
 * @param address absolute
 * @returns what to draw: `path` begins at the margin
 * @throws Error if the address is longer than a code can hold, about 2,300 bytes
 */
export function makeQrCode(address: string): QrCode {
  const code = generate(address, { minCorrectionLevel: correction.M });
  return { size: code.size + 2 * margin, path: toSvgPath(code), margin };
}
