// Gives the tests the module that a publisher's own script would import.
import * as caveat from "./dist/caveat.mjs";
globalThis.caveatModule = caveat;
