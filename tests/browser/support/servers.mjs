// The servers that the tests need: one folder under several policies.

import { serve } from "./server.mjs";

/** Our promise's policy, but without the right to compile WebAssembly. */
const NO_WEBASSEMBLY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'";

/** Starts them all. */
export async function startServers(root) {
  const [strict, loose, forbidding, other] = await Promise.all([
    serve({ root }),
    serve({ root, csp: "" }),
    serve({ root, csp: NO_WEBASSEMBLY }),
    serve({ root, csp: "", cors: true }),
  ]);
  return { strict, loose, forbidding, other };
}
