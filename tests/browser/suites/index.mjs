export { default as marks } from "./marks.mjs";
export { default as host } from "./host.mjs";
export { default as tags } from "./tags.mjs";
export { default as faults } from "./faults.mjs";
