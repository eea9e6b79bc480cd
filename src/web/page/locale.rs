//! The names of countries in the reader's language, as the browser knows them.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The country's name, or its code where the browser knows none.
pub fn country_name(code: &str, language: &str) -> String {
    display_name(code, language).ok().and_then(|name| name.as_string()).unwrap_or_else(|| code.to_string())
}

/// `new Intl.DisplayNames([language], { type: "region" }).of(code)`
fn display_name(code: &str, language: &str) -> Result<JsValue, JsValue> {
    let namespace = Reflect::get(&js_sys::global(), &"Intl".into())?;
    let constructor: Function = Reflect::get(&namespace, &"DisplayNames".into())?.dyn_into()?;
    let options = Object::new();
    Reflect::set(&options, &"type".into(), &"region".into())?;
    let names = Reflect::construct(&constructor, &Array::of2(&Array::of1(&language.into()), &options))?;
    let of: Function = Reflect::get(&names, &"of".into())?.dyn_into()?;
    of.call1(&names, &code.into())
}
