//! One article of the page with its marks and its interface, from the moment that
//! it is attached until it is dropped.

use std::rc::Rc;

use web_sys::Element;
use yew::{AppHandle, Renderer};

use crate::analysis::Pack;

use super::mark::Kinds;
use super::page::{InterfaceRoot, Mount, PageText, Surface, Unsupported};
use super::reading::Reading;
use super::ui::{INTERFACE_RULES, Interface, InterfaceProps};

/// A marked article. Dropping it leaves the page as it was before.
#[derive(Debug)]
pub struct Attachment {
    element: Element,
    pack: Rc<Pack>,
    reading: Rc<Reading>,
    surface: Rc<Surface>,
    /// `None` only while it is being dropped.
    interface: Option<AppHandle<Interface>>,
    mount: Mount,
}

impl Attachment {
    /// Reads the text of `element`, marks it with the findings of these kinds and
    /// adds the interface.
    pub fn new(element: &Element, pack: &Rc<Pack>, shown: Kinds) -> Result<Attachment, Unsupported> {
        let document = element.owner_document().ok_or(Unsupported::NoWindow)?;
        let mount = Mount::new(&document, InterfaceRoot::share(&document, INTERFACE_RULES)?)?;
        let (reading, surface) = read(element, mount.overlays(), pack)?;
        surface.show(shown);
        let props = InterfaceProps { reading: Rc::clone(&reading), surface: Rc::clone(&surface), shown };
        let interface = Some(Renderer::<Interface>::with_root_and_props(mount.element().clone(), props).render());
        Ok(Attachment { element: element.clone(), pack: Rc::clone(pack), reading, surface, interface, mount })
    }

    /// The article's text with what was found in it.
    pub fn reading(&self) -> &Rc<Reading> {
        &self.reading
    }

    /// Reads the article again after its text has changed.
    pub fn refresh(&mut self) -> Result<(), Unsupported> {
        let shown = self.surface.shown();
        self.surface.clear();
        let (reading, surface) = read(&self.element, self.mount.overlays(), &self.pack)?;
        surface.show(shown);
        self.reading = reading;
        self.surface = surface;
        if let Some(interface) = &mut self.interface {
            let (reading, surface) = (Rc::clone(&self.reading), Rc::clone(&self.surface));
            interface.update(InterfaceProps { reading, surface, shown });
        }
        Ok(())
    }
}

impl Drop for Attachment {
    fn drop(&mut self) {
        // The interface still holds the surface until Yew has taken it down.
        self.surface.clear();
        if let Some(interface) = self.interface.take() {
            interface.destroy();
        }
    }
}

fn read(element: &Element, below: &Element, pack: &Pack) -> Result<(Rc<Reading>, Rc<Surface>), Unsupported> {
    let window = element.owner_document().and_then(|document| document.default_view()).ok_or(Unsupported::NoWindow)?;
    let mut text = PageText::read(element, &window);
    let reading = Rc::new(Reading::new(std::mem::take(&mut text.text), pack));
    let surface = Rc::new(Surface::new(element, below, text, &reading)?);
    Ok((reading, surface))
}
