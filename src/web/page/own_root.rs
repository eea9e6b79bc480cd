//! The shadow roots of the page that are ours: one in which the interface lives,
//! and one for boxes over words in browsers without highlights.
//!
//! Their elements stand beside the body and not in it: so no child of the body is
//! laid out anew, and a host page that is a Yew program itself, mounted on the
//! body, does not hear our events and take them for its own. The roots are open,
//! so that tools that check a page's accessibility can look in.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, ShadowRoot, ShadowRootInit, ShadowRootMode};

use super::Unsupported;
use super::sheet::AdoptedSheet;

/// The name of the interface's element. It is never registered as a custom element.
pub const INTERFACE: &str = "caveat-interface";
/// The name of the element with the boxes over words.
pub const OVERLAY: &str = "caveat-overlay";

/// An element of ours with its root. Taken out of the page when dropped.
#[derive(Debug)]
pub struct OwnRoot {
    name: &'static str,
    element: Element,
    shadow: ShadowRoot,
    _sheet: Rc<AdoptedSheet>,
}

thread_local! {
    static SHARED: RefCell<Vec<Weak<OwnRoot>>> = const { RefCell::new(Vec::new()) };
}

impl OwnRoot {
    /// The page's root of this name, made with these rules if there is none.
    pub fn share(document: &Document, name: &'static str, rules: &'static str) -> Result<Rc<OwnRoot>, Unsupported> {
        SHARED.with_borrow_mut(|shared| {
            shared.retain(|root| root.strong_count() > 0);
            if let Some(root) = shared.iter().filter_map(Weak::upgrade).find(|root| root.name == name) {
                return Ok(root);
            }
            let root = Rc::new(OwnRoot::make(document, name, rules)?);
            shared.push(Rc::downgrade(&root));
            Ok(root)
        })
    }

    /// Whether an event, seen from the page, began in our interface.
    pub fn sent(event: &Event) -> bool {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        target.is_some_and(|target| target.local_name() == INTERFACE)
    }

    fn make(document: &Document, name: &'static str, rules: &'static str) -> Result<OwnRoot, Unsupported> {
        let page = document.document_element().ok_or(Unsupported::NoWindow)?;
        let element = document.create_element(name).map_err(|_| Unsupported::NoWindow)?;
        let shadow =
            element.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).map_err(|_| Unsupported::StyleSheets)?;
        let sheet = AdoptedSheet::share(&shadow, rules)?;
        page.append_child(&element).map_err(|_| Unsupported::NoWindow)?;
        Ok(OwnRoot { name, element, shadow, _sheet: sheet })
    }
}

impl Drop for OwnRoot {
    fn drop(&mut self) {
        self.element.remove();
    }
}

/// One article's part of a root. Taken out when dropped, and the root with the
/// last one.
#[derive(Debug)]
pub struct Mount {
    element: Element,
    _root: Rc<OwnRoot>,
}

impl Mount {
    /// Adds an empty part with this class.
    pub fn new(document: &Document, root: Rc<OwnRoot>, class: &str) -> Result<Mount, Unsupported> {
        let element = document.create_element("div").map_err(|_| Unsupported::NoWindow)?;
        element.set_class_name(class);
        root.shadow.append_child(&element).map_err(|_| Unsupported::NoWindow)?;
        Ok(Mount { element, _root: root })
    }

    /// The part's element.
    pub fn element(&self) -> &Element {
        &self.element
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        self.element.remove();
    }
}
