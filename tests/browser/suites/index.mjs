// The suites, in the order in which they run.

import api from "./api.mjs";
import cards from "./cards.mjs";
import demo from "./demo.mjs";
import faults from "./faults.mjs";
import host from "./host.mjs";
import knowledge from "./knowledge.mjs";
import knowledgeLoad from "./knowledge-load.mjs";
import marks from "./marks.mjs";
import policy from "./policy.mjs";
import reading from "./reading.mjs";
import shards from "./shards.mjs";
import switches from "./switches.mjs";
import tags from "./tags.mjs";
import weight from "./weight.mjs";

export const suites = [
  marks, cards, switches, host, tags, api, policy, faults, shards, reading, knowledge, weight, knowledgeLoad, demo,
];
