//! One article of the page with its marks painted, without an interface.

use std::rc::Rc;

use web_sys::Element;

use crate::analysis::Pack;

use super::mark::Kinds;
use super::page::{Marked, PageText, Surface, Unsupported};
use super::reading::Reading;

/// A marked article. Dropping it takes the marks away.
#[derive(Debug)]
pub struct Marking {
    element: Element,
    pack: Rc<Pack>,
    reading: Rc<Reading>,
    surface: Rc<Surface>,
}

impl Marking {
    /// Reads the text of `element` and marks it with the findings of these kinds.
    pub fn new(element: &Element, pack: &Rc<Pack>, shown: Kinds) -> Result<Marking, Unsupported> {
        let (reading, surface) = read(element, pack, shown, None)?;
        Ok(Marking { element: element.clone(), pack: Rc::clone(pack), reading, surface })
    }

    /// The article's text with what was found in it.
    pub fn reading(&self) -> &Rc<Reading> {
        &self.reading
    }

    /// The marks as they are painted.
    pub fn surface(&self) -> &Rc<Surface> {
        &self.surface
    }

    /// Reads the article again after its text, its nodes or the pack have changed; the
    /// same kinds are shown. What is the same is not analyzed again.
    pub fn refresh(&mut self, pack: &Rc<Pack>) -> Result<(), Unsupported> {
        let shown = self.surface.shown();
        self.surface.clear();
        let before = Rc::ptr_eq(&self.pack, pack).then_some(&self.reading);
        (self.reading, self.surface) = read(&self.element, pack, shown, before)?;
        self.pack = Rc::clone(pack);
        Ok(())
    }
}

impl Drop for Marking {
    fn drop(&mut self) {
        // An interface may still hold the surface until Yew has taken it down.
        self.surface.clear();
    }
}

/// Reads and paints; takes over the reading from `before` if its text is the same.
fn read(
    element: &Element,
    pack: &Pack,
    shown: Kinds,
    before: Option<&Rc<Reading>>,
) -> Result<(Rc<Reading>, Rc<Surface>), Unsupported> {
    let document = element.owner_document().ok_or(Unsupported::NoWindow)?;
    let window = document.default_view().ok_or(Unsupported::NoWindow)?;
    let mut text = PageText::read(element, &window);
    let taken = std::mem::take(&mut text.text);
    let reading = match before.filter(|before| before.has_text(&taken)) {
        Some(before) => Rc::clone(before),
        None => Rc::new(Reading::new(taken, pack)),
    };
    let surface = Rc::new(Surface::new(element, text, &reading)?);
    surface.show(shown);
    Ok((reading, surface))
}
