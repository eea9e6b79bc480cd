/**
 * Caveat marks the sides, the places and the unverifiable statements of an
 * article about armed conflict. It runs in the page, sends nothing anywhere and
 * changes no node of the article.
 *
 * Importing the module does nothing; it may be imported on a server. Files that
 * belong together and lie in one folder: `caveat.mjs`, `caveat-glue.mjs`,
 * `caveat.wasm`, `core.pack`, for the interface `caveat-interface-glue.mjs` and
 * `caveat-interface.wasm`, and `caveat.js` for pages that use a script tag.
 *
 * A strict Content-Security-Policy needs: `script-src 'self' 'wasm-unsafe-eval'`
 * and `connect-src 'self'` (or the origin that the files come from).
 */

/** What the reader can show and hide. */
export type Kind = "sides" | "places" | "statements";

/** A half-open range in UTF-16 code units of the text that was read. */
export interface Range {
  start: number;
  end: number;
}

/** All findings in one article. */
export interface Analysis {
  /** The parties to the conflict, the most mentioned first. */
  sides: Side[];
  /** The mentions of sides, in the order of the text. */
  mentions: Mention[];
  /** The places, in the order of the text. */
  places: Place[];
  /** The statements, in the order of the text. */
  statements: Statement[];
  /**
   * The shards with the settlements of the countries that the article is about. They
   * are fetched after the first marks; then the article is read again.
   */
  shards: string[];
}

/** A party to the conflict. */
export interface Side {
  /** A stable id: "russia". */
  id: string;
  /** The name to show. */
  name: string;
  /** The names in this article, the most frequent first. */
  names: string[];
  /** Why it is a side here. */
  evidence: SideEvidence[];
}

/** Why a party is a side. */
export interface SideEvidence {
  kind: "hostile-act" | "known-conflict";
  /** The words that show a hostile act. */
  range?: Range;
  /** The name of the known conflict. */
  conflict?: string;
}

/** A mention of a side. */
export interface Mention extends Range {
  /** A side's id, or "all" for several at once. */
  side: string;
  /** As what it names the side. */
  role: "state" | "government" | "military" | "armed-group" | "official" | "proxy" | "metonym" | "collective";
  /** From 0 to 1. */
  confidence: number;
}

/** A place. */
export interface Place extends Range {
  /** The gazetteer's name. */
  name: string;
  kind: "country" | "region" | "city" | "district" | "water" | "land" | "facility" | "other";
  /** ISO 3166-1 alpha-2, or empty. */
  country: string;
  /** Degrees north. */
  lat: number;
  /** Degrees east. */
  lon: number;
  /** From 0 to 1. */
  confidence: number;
  /** Who holds it and who claims it, where that is disputed. */
  status?: PlaceStatus;
  /** Whether the point is an estimate, good to some twenty kilometers. */
  approximate: boolean;
  /** What decided between namesakes; where it is "unclear", the point is only somewhere near. */
  decision: "only-one" | "area-named" | "nearest" | "largest" | "unclear";
}

/** Who holds a place and who claims it. */
export interface PlaceStatus {
  /** Those who hold it, or parts of it; empty if nobody does. */
  held_by: string[];
  /** The year since when; two with a slash where that has ended; or empty. */
  since: string;
  /** Those who claim it. */
  claimed_by: string[];
  /** When this was so: a year and a month. */
  dated: string;
}

/** A statement: what rests on somebody's word. */
export interface Statement {
  kind: "claim" | "forecast" | "judgement" | "unnamed" | "hearsay" | "withheld" | "disclaimer" | "third-party";
  /** Whether it is marked. */
  flagged: boolean;
  /** The id of the side whose word it is. */
  side: string | null;
  /** The content without its attribution, in parts where that interrupts it. */
  content: Range[];
  /** Who says it. */
  source: Range | null;
  /** The words that show that it is attributed or unsure. */
  cue: Range | null;
  /** Why it cannot be checked from the article, the main reason first. */
  reasons: Reason[];
  /** The positions in `statements` of those that disclaim it. */
  disclaimed_by: number[];
  /** Of those that contradict it. */
  contradicted_by: number[];
  /** Of those that confirm it. */
  confirmed_by: number[];
  /** From 0 to 1. */
  confidence: number;
}

/** Why a statement cannot be checked. */
export interface Reason {
  reason:
    | "partys-word"
    | "denial"
    | "future"
    | "opinion"
    | "source-unnamed"
    | "no-source"
    | "not-given"
    | "unverified"
    | "outside-source";
  /** One plain sentence in English. */
  text: string;
}

export interface InitOptions {
  /** The folder of the other files, if it is not this module's own. */
  base?: string | URL;
  /**
   * Knowledge of your own, or the address of a JSON file with it, relative to the page. It
   * comes before the first mark, since it wins over Caveat's, and holds for the whole page:
   * give it with the first call. If anything in it is wrong, nothing of it is used and one
   * warning on the console tells why; `caveat knowledge check` tells all.
   */
  knowledge?: Knowledge | string | URL | null;
}

/** Knowledge of a publisher's own. `docs/knowledge.md` tells what each key does. */
export interface Knowledge {
  /** Who may be a side, and who never is. */
  actors?: KnowledgeActor[];
  /** Who speaks for an actor. */
  people?: KnowledgePerson[];
  /** Where things happen. */
  places?: KnowledgePlace[];
  /** Who fights whom. */
  conflicts?: KnowledgeConflict[];
}

/** One text or several; in one, `;` parts them too. */
export type Texts = string | string[];

/** An actor. A row whose `id` or `name` is one of Caveat's changes that. */
export interface KnowledgeActor {
  /** Lower-case letters, digits and hyphens; the side's `id` in the findings. */
  id: string;
  /** The name to show. Needed if the actor is new. */
  name?: string;
  /** Needed if the actor is new. `outside` is never a side. */
  kind?: "state" | "armed-group" | "authority" | "coalition" | "service" | "outside" | "media";
  /** Other names and spellings. */
  aliases?: Texts;
  /** "Russian". */
  adjectives?: Texts;
  /** "Russians", "Houthis". */
  people?: Texts;
  /** The same as `people`. */
  members?: Texts;
  /** Capitals and palaces that stand for its government. */
  seats?: Texts;
  /** ISO 3166-1 alpha-2: the state's own, or where a group acts. */
  countries?: Texts;
  /** The same as `countries`. */
  iso?: Texts;
  /** The same as `countries`. */
  theatre?: Texts;
  /** The actor that commands it, by id or name; empty for nobody. */
  affiliation?: string;
  /** For yourself. */
  note?: string;
}

/** A person. One of Caveat's, by the name, is changed. */
export interface KnowledgePerson {
  /** The full name. */
  name: string;
  /** Whom the person speaks for, by id or name. Needed if the person is new. */
  actor?: string;
  /** How news calls the person alone; the last word of `name` if left out. */
  surname?: string;
  /** Other spellings, of the name or of the surname. */
  aliases?: Texts;
  /** For yourself, as `office`, `from`, `to` and `note`. */
  id?: string;
  office?: string;
  from?: string | number;
  to?: string | number;
  note?: string;
}

/** A place. One of Caveat's of the same name, kind and country is changed. */
export interface KnowledgePlace {
  /** The name to show. */
  name: string;
  kind: Place["kind"];
  /** ISO 3166-1 alpha-2; left out for seas and what lies in several countries. */
  country?: string;
  /** Degrees north. Needed unless Caveat's core has the place. */
  lat?: number | string;
  /** Degrees east. Needed with `lat`. */
  lon?: number | string;
  /** How well known it is, 0 to 9; 9 if left out. */
  weight?: number | string;
  /** Other spellings. */
  aliases?: Texts;
  /** For yourself. */
  note?: string;
}

/** A conflict. One of Caveat's of the same name is replaced. */
export interface KnowledgeConflict {
  /** The name to show. */
  name: string;
  /** Two or more, the members of each joined by `+`: `["russia+wagner-group", "ukraine"]`. */
  sides: Texts;
  /** For yourself, as `from`, `to`, `theatre` and `note`. */
  id?: string;
  from?: string | number;
  to?: string | number;
  theatre?: Texts;
  note?: string;
}

export interface AttachOptions extends InitOptions {
  /** The kinds that are marked at first, all if not given. The reader can switch each. */
  show?: Iterable<Kind> | string | null;
}

/** An article that is marked. */
export interface Reading {
  /** The element that is marked. */
  readonly element: Element;
  /** What was found. */
  readonly analysis: Analysis;
  /** The text that was read, into which the offsets of `analysis` point. */
  readonly text: string;
  /** Reads the element again after its text has changed. */
  refresh(): Analysis;
  /** Leaves the page as it was before, unless others have attached the element too. May be called twice. */
  destroy(): void;
}

/** Loads the modules and the knowledge, to have them ready. The others do it by themselves. */
export function init(options?: InitOptions): Promise<void>;

/** The findings in a text. Any text is legal; paragraphs are lines. */
export function analyze(text: string): Promise<Analysis>;

/**
 * Marks an element of the page. Resolves when its interface is there too, which
 * comes after the marks. An element that is marked already is read again; its
 * marks stay until everybody who attached it has destroyed their reading. Rejects
 * with a `CaveatError`, after the `caveat-error` event.
 */
export function attach(element: Element, options?: AttachOptions): Promise<Reading>;

/**
 * What the script tag does with the article that it finds: marks it until
 * somebody who has attached it destroys their reading.
 */
export function attachFound(element: Element, options?: AttachOptions): Promise<void>;

/** The element that most likely holds the page's article, by its markup and its running text. */
export function findArticle(): Element | null;

/**
 * Registers `<caveat-reader>`. With `for`, a CSS selector, it marks that element;
 * without, what it holds. `show` is as in `AttachOptions`. Both may change. The options
 * hold for all of the page, the first time that they are given.
 */
export function define(options?: InitOptions): void;

/** The element that `define` registers. */
export interface CaveatReader extends HTMLElement {
  /** What it has marked, once it has. */
  readonly reading: Reading | undefined;
}

/**
 * - `no-wasm`: the browser has no WebAssembly
 * - `blocked`: the page's policy forbids WebAssembly
 * - `not-found`: the server has not all of the files
 * - `unreachable`: no answer, or one that this page may not read
 * - `corrupt-wasm`, `corrupt-pack`: a file that is not of the same build
 * - `no-element`: what should be marked is not in the page
 * - `bad-option`: an option or an attribute that is not understood
 * - `unsupported`: the browser cannot show marks
 * - `fault`: a mistake of ours; nothing more is done on this page
 *
 * A page without an article is no error: nothing is loaded and nothing is said.
 */
export type ErrorCode =
  | "no-wasm"
  | "blocked"
  | "not-found"
  | "unreachable"
  | "corrupt-wasm"
  | "corrupt-pack"
  | "no-element"
  | "bad-option"
  | "unsupported"
  | "fault";

/** What went wrong: what was found, what was wanted, how to mend it. */
export class CaveatError extends Error {
  readonly code: ErrorCode;
}

/** Sent by the article when it has been marked, and when it was marked again. Bubbles through shadow roots. */
export type CaveatReadyEvent = CustomEvent<{ analysis: Analysis }>;
/** Sent by the article, or by a `<caveat-reader>` that finds none, when it cannot be marked. Bubbles through shadow roots. */
export type CaveatErrorEvent = CustomEvent<{ code: ErrorCode; message: string }>;

/** The global of pages that use the script tag. Each call loads what it needs. */
export interface CaveatGlobal {
  init(options?: InitOptions): Promise<void>;
  analyze(text: string): Promise<Analysis>;
  attach(element: Element, options?: AttachOptions): Promise<Reading>;
  findArticle(): Element | null;
  define(): Promise<void>;
  /** Calls back at once; before the script is there, an array takes its place and keeps the calls. */
  push(...calls: ((caveat: CaveatGlobal) => void)[]): void;
}

declare global {
  interface Window {
    caveat?: CaveatGlobal | ((caveat: CaveatGlobal) => void)[];
  }
  interface HTMLElementTagNameMap {
    "caveat-reader": CaveatReader;
  }
  interface HTMLElementEventMap {
    "caveat-ready": CaveatReadyEvent;
    "caveat-error": CaveatErrorEvent;
  }
  interface DocumentEventMap {
    "caveat-ready": CaveatReadyEvent;
    "caveat-error": CaveatErrorEvent;
  }
}
