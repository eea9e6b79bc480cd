// Holds `caveat.d.ts` to the module that it describes: a program that uses it
// compiles, it declares just what the module exports, and real findings fit it.

import { deepEqual, equal } from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import ts from "typescript";

import { analyzed, sample, samples } from "./support/command.mjs";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const types = path("../../www/caveat.d.ts");

/** What the compiler has against some files, under its strictest rules. */
function complaints(...files) {
  const options = {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    types: [],
  };
  const program = ts.createProgram(files, options);
  const found = ts.getPreEmitDiagnostics(program);
  const lines = found.map((one) => ts.flattenDiagnosticMessageText(one.messageText, "\n"));
  return { lines, program };
}

test("a program that uses the types compiles", () => {
  deepEqual(complaints(path("types/usage.ts")).lines, []);
});

test("the types declare just what the module exports", async () => {
  const { program } = complaints(types);
  const checker = program.getTypeChecker();
  const declared = checker
    .getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(types)))
    .filter((symbol) => symbol.flags & ts.SymbolFlags.Value)
    .map((symbol) => symbol.name);
  const exported = Object.keys(await import("../../www/caveat.mjs"));
  deepEqual(declared.sort(), exported.sort());
});

test("the findings in every sample article fit the types", () => {
  const findings = analyzed(samples().map((name) => ({ id: name, text: sample(name) })));
  equal(findings.length > 0, true);
  const file = path("types/findings.ts");
  const lines = findings.map((json) => `findings.push(${json.trim()});`);
  writeFileSync(file, `import type { Analysis } from "../../../www/caveat";\nexport const findings: Analysis[] = [];\n${lines.join("\n")}\n`);
  try {
    deepEqual(complaints(file).lines, []);
  } finally {
    rmSync(file);
  }
});
