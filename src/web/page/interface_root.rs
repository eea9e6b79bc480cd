//! The one shadow root of the page in which our interface lives.
//!
//! Its element stands beside the body and not in it: so no child of the body is
//! laid out anew, and a host page that is a Yew program itself, mounted on the
//! body, does not hear our events and take them for its own. The root is open, so
//! that tools that check a page's accessibility can look in.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, Node, ShadowRootInit, ShadowRootMode};

use super::Unsupported;
use super::sheet::AdoptedSheet;

/// The name of our element. It is never registered as a custom element.
const NAME: &str = "caveat-interface";

/// Our element and its root. Taken out of the page when dropped.
#[derive(Debug)]
pub struct InterfaceRoot {
    element: Element,
    /// The parent of the boxes over words, in browsers without highlights.
    overlays: Element,
    /// The parent of the articles' parts, one above the other in a corner.
    docks: Element,
    _sheet: Rc<AdoptedSheet>,
}

thread_local! {
    static SHARED: RefCell<Weak<InterfaceRoot>> = const { RefCell::new(Weak::new()) };
}

impl InterfaceRoot {
    /// The page's root, made with these rules if there is none.
    pub fn share(document: &Document, rules: &'static str) -> Result<Rc<InterfaceRoot>, Unsupported> {
        SHARED.with_borrow_mut(|shared| {
            if let Some(root) = shared.upgrade() {
                return Ok(root);
            }
            let root = Rc::new(InterfaceRoot::make(document, rules)?);
            *shared = Rc::downgrade(&root);
            Ok(root)
        })
    }

    /// Whether an event, seen from the page, began in our interface.
    pub fn sent(event: &Event) -> bool {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        target.is_some_and(|target| target.local_name() == NAME)
    }

    fn make(document: &Document, rules: &'static str) -> Result<InterfaceRoot, Unsupported> {
        let page = document.document_element().ok_or(Unsupported::NoWindow)?;
        let element = document.create_element(NAME).map_err(|_| Unsupported::NoWindow)?;
        let shadow =
            element.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).map_err(|_| Unsupported::StyleSheets)?;
        let sheet = AdoptedSheet::share(&shadow, rules)?;
        let overlays = add(document, &shadow, "overlays")?;
        let docks = add(document, &shadow, "docks")?;
        page.append_child(&element).map_err(|_| Unsupported::NoWindow)?;
        Ok(InterfaceRoot { element, overlays, docks, _sheet: sheet })
    }
}

impl Drop for InterfaceRoot {
    fn drop(&mut self) {
        self.element.remove();
    }
}

/// One article's part of the root. Taken out when dropped, and the root with the
/// last one.
#[derive(Debug)]
pub struct Mount {
    element: Element,
    root: Rc<InterfaceRoot>,
}

impl Mount {
    /// Adds an empty part.
    pub fn new(document: &Document, root: Rc<InterfaceRoot>) -> Result<Mount, Unsupported> {
        Ok(Mount { element: add(document, &root.docks, "article")?, root })
    }

    /// The part's element.
    pub fn element(&self) -> &Element {
        &self.element
    }

    /// The parent of the boxes over words.
    pub fn overlays(&self) -> &Element {
        &self.root.overlays
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        self.element.remove();
    }
}

/// Adds an empty element of ours with this class.
fn add(document: &Document, parent: &Node, class: &str) -> Result<Element, Unsupported> {
    let element = document.create_element("div").map_err(|_| Unsupported::NoWindow)?;
    element.set_class_name(class);
    parent.append_child(&element).map_err(|_| Unsupported::NoWindow)?;
    Ok(element)
}
