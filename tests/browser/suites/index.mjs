export { default as marks } from "./marks.mjs";
export { default as cards } from "./cards.mjs";
export { default as switches } from "./switches.mjs";
export { default as host } from "./host.mjs";
export { default as tags } from "./tags.mjs";
export { default as policy } from "./policy.mjs";
export { default as weight } from "./weight.mjs";
export { default as demo } from "./demo.mjs";
