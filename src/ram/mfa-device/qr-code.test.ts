import { inflateSync } from 'node:zlib';
import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { qrCodePng } from './qr-code.ts';

describe('the picture of a QR code', () => {
  it('is a PNG that shows the modules, four pixels each', () => {
    const text = 'otpauth://totp/phone%401000000000000001?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Aliyun';
    const modules = encode(text, { border: 4 }).data;
    const png = qrCodePng(text);
    expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    const width = png.readUInt32BE(16);
    expect([width, png.readUInt32BE(20)]).toEqual([modules.length * 4, modules.length * 4]);
    const length = png.readUInt32BE(33);
    expect(png.subarray(37, 41).toString()).toBe('IDAT');
    const pixels = inflateSync(png.subarray(41, 41 + length));
    const lineLength = 1 + Math.ceil(width / 8);
    const isDark = (x: number, y: number) => ((pixels[y * lineLength + 1 + (x >> 3)]! >> (7 - (x & 7))) & 1) === 0;
    const seen = modules.map((row, y) => row.map((_, x) => isDark(x * 4, y * 4) && isDark(x * 4 + 3, y * 4 + 3)));
    expect(seen).toEqual(modules);
  });
});
