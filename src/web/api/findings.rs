//! An analysis in its public JSON form, as `caveat.wasm` gives it, back in Rust.
//!
//! Read by hand: that weighs a fraction of what `serde` would. Nothing is checked,
//! since both modules are of one build; what is missing is empty.

use std::borrow::Cow;

use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;

use crate::wire::{Analysis, Mention, Place, Range, Side, SideEvidence, Statement, Status, Why};

/// Reads `Analysis` of `caveat.d.ts`.
pub fn read(analysis: &JsValue) -> Analysis {
    Analysis {
        sides: list(analysis, "sides", side),
        mentions: list(analysis, "mentions", mention),
        places: list(analysis, "places", place),
        statements: list(analysis, "statements", statement),
        // An interface shows places and fetches none.
        shards: Vec::new(),
    }
}

fn side(value: &JsValue) -> Side {
    Side {
        id: text(value, "id"),
        name: text(value, "name"),
        names: list(value, "names", |name| name.as_string().unwrap_or_default()),
        evidence: list(value, "evidence", |value| SideEvidence {
            kind: name(value, "kind"),
            range: maybe_range(value, "range"),
            conflict: get(value, "conflict").as_string(),
        }),
    }
}

fn mention(value: &JsValue) -> Mention {
    let Range { start, end } = range(value);
    Mention {
        start,
        end,
        side: text(value, "side"),
        role: name(value, "role"),
        confidence: number(value, "confidence"),
    }
}

fn place(value: &JsValue) -> Place {
    let Range { start, end } = range(value);
    Place {
        start,
        end,
        name: text(value, "name"),
        kind: name(value, "kind"),
        country: text(value, "country"),
        lat: number(value, "lat"),
        lon: number(value, "lon"),
        confidence: number(value, "confidence"),
        status: Some(get(value, "status")).filter(JsValue::is_object).map(|status| Status {
            held_by: list(&status, "held_by", |name| name.as_string().unwrap_or_default()),
            since: text(&status, "since"),
            claimed_by: list(&status, "claimed_by", |name| name.as_string().unwrap_or_default()),
            dated: text(&status, "dated"),
        }),
        approximate: get(value, "approximate").is_truthy(),
        decision: name(value, "decision"),
    }
}

fn statement(value: &JsValue) -> Statement {
    let positions = |name| list(value, name, |position| position.as_f64().unwrap_or_default() as u32);
    Statement {
        kind: name(value, "kind"),
        flagged: get(value, "flagged").is_truthy(),
        side: get(value, "side").as_string(),
        content: list(value, "content", range),
        source: maybe_range(value, "source"),
        cue: maybe_range(value, "cue"),
        reasons: list(value, "reasons", |value| Why { reason: name(value, "reason"), text: name(value, "text") }),
        disclaimed_by: positions("disclaimed_by"),
        contradicted_by: positions("contradicted_by"),
        confirmed_by: positions("confirmed_by"),
        confidence: number(value, "confidence"),
    }
}

fn get(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &name.into()).unwrap_or_default()
}

fn text(value: &JsValue, name: &str) -> String {
    get(value, name).as_string().unwrap_or_default()
}

fn name(value: &JsValue, name: &str) -> Cow<'static, str> {
    Cow::Owned(text(value, name))
}

fn number(value: &JsValue, name: &str) -> f64 {
    get(value, name).as_f64().unwrap_or_default()
}

fn range(value: &JsValue) -> Range {
    Range { start: number(value, "start") as u32, end: number(value, "end") as u32 }
}

fn maybe_range(value: &JsValue, name: &str) -> Option<Range> {
    let found = get(value, name);
    found.is_object().then(|| range(&found))
}

fn list<T>(value: &JsValue, name: &str, read: impl Fn(&JsValue) -> T) -> Vec<T> {
    Array::from(&get(value, name)).iter().map(|item| read(&item)).collect()
}
