// How a front end in TypeScript uses the module. Compiled, never run: it holds the
// types to what they promise. A line after `@ts-expect-error` must not compile.

import { CaveatError, analyze, attach, define, findArticle, init } from "../../../www/caveat";
import type { Analysis, CaveatReader, ErrorCode, Kind, Knowledge, Reading } from "../../../www/caveat";

export async function mark(): Promise<string[]> {
  const knowledge: Knowledge = {
    actors: [{ id: "zembla-front", name: "Zembla Liberation Front", kind: "armed-group", aliases: ["ZLF"] }],
    people: [{ name: "Hazel Kinbote", actor: "zembla-front", from: 2024 }],
    places: [{ name: "Onhava", kind: "city", lat: 13.51, lon: "22.15" }],
    conflicts: [{ name: "Zemblan insurgency", sides: ["sudan", "zembla-front"] }],
  };
  await init({ base: new URL("https://example.org/caveat/"), knowledge });
  // @ts-expect-error: a place has a kind.
  define({ knowledge: { places: [{ name: "Onhava" }] } });
  const found: Analysis = await analyze("Kyiv said the bridge had been hit.");
  const article = findArticle();
  if (!article) return [];
  const kinds: Kind[] = ["sides", "statements"];
  const reading: Reading = await attach(article, { show: kinds });
  const again: Analysis = reading.refresh();
  reading.destroy();
  // @ts-expect-error: what was found cannot be replaced.
  reading.analysis = found;
  // @ts-expect-error: there is no such kind.
  const unknown: Kind = "people";
  const words = [...found.statements, ...again.statements].map((statement) => statement.reasons[0]?.text ?? unknown);
  return words.concat(found.places.map((place) => `${place.name} ${place.lat.toFixed(2)}`));
}

export function listen(): void {
  define();
  document.addEventListener("caveat-ready", (event) => event.detail.analysis.sides.length);
  document.addEventListener("caveat-error", (event) => {
    const code: ErrorCode = event.detail.code;
    console.warn(code, event.detail.message);
  });
  const element: CaveatReader = document.createElement("caveat-reader");
  element.reading?.destroy();
  const global = window.caveat;
  if (Array.isArray(global)) global.push((caveat) => void caveat.attach(document.body));
}

export function codeOf(error: unknown): ErrorCode | undefined {
  return error instanceof CaveatError ? error.code : undefined;
}
