// What can be seen: compares screenshots.

import { readFile } from "node:fs/promises";

import { PNG } from "pngjs";

/** How far below a letter its line may be, in pixels. */
const BELOW = 8;

/** Whether two screenshots differ in a box or right under it. */
export async function differs(before, after, { left, top, width, height }) {
  const [one, other] = await Promise.all([before, after].map(async (path) => PNG.sync.read(await readFile(path))));
  for (let y = Math.floor(top); y < Math.ceil(top + height) + BELOW; y += 1) {
    for (let x = Math.floor(left); x < Math.ceil(left + width); x += 1) {
      const at = 4 * (y * one.width + x);
      if (one.data.readUInt32BE(at) !== other.data.readUInt32BE(at)) return true;
    }
  }
  return false;
}
