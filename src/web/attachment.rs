//! One article of the page with its marks and its interface, from the moment that
//! it is attached until it is dropped. For front ends in Rust; a page that loads
//! the two modules joins them in `www/caveat.mjs` instead.

use std::rc::Rc;

use web_sys::Element;

use crate::analysis::Pack;

use super::mark::Kinds;
use super::marking::Marking;
use super::page::{Unsupported, View};
use super::reading::Reading;
use super::ui::MountedInterface;

/// A marked article with its interface. Dropping it leaves the page as it was.
#[derive(Debug)]
pub struct Attachment {
    element: Element,
    /// Before the marks, so that it goes first.
    interface: MountedInterface,
    marking: Marking,
}

impl Attachment {
    /// Reads the text of `element`, marks it with the findings of these kinds and
    /// adds the interface.
    pub fn new(element: &Element, pack: &Rc<Pack>, shown: Kinds) -> Result<Attachment, Unsupported> {
        let marking = Marking::new(element, pack, shown)?;
        let view = View::new(element, Rc::clone(marking.surface()) as _)?;
        let interface = MountedInterface::new(Rc::clone(marking.reading()), view, shown)?;
        Ok(Attachment { element: element.clone(), interface, marking })
    }

    /// The article's text with what was found in it.
    pub fn reading(&self) -> &Rc<Reading> {
        self.marking.reading()
    }

    /// Reads the article again after its text or the pack has changed.
    pub fn refresh(&mut self, pack: &Rc<Pack>) -> Result<(), Unsupported> {
        self.marking.refresh(pack)?;
        let view = View::new(&self.element, Rc::clone(self.marking.surface()) as _)?;
        self.interface.update(Rc::clone(self.marking.reading()), view);
        Ok(())
    }
}
