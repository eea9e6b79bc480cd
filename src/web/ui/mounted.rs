//! An article's interface in the page, from the moment that it is mounted until it
//! is dropped.

use std::rc::Rc;

use yew::{AppHandle, Renderer};

use crate::web::mark::Kinds;
use crate::web::page::{INTERFACE, Mount, OwnRoot, Unsupported, View};
use crate::web::reading::Reading;

use super::interface::{Interface, InterfaceProps};

/// The interface of one article. Dropping it takes it out of the page.
#[derive(Debug)]
pub struct MountedInterface {
    /// `None` only while it is being dropped.
    app: Option<AppHandle<Interface>>,
    shown: Kinds,
    _mount: Mount,
}

impl MountedInterface {
    /// Mounts it; `shown` are the kinds that are painted already.
    pub fn new(reading: Rc<Reading>, view: View, shown: Kinds) -> Result<MountedInterface, Unsupported> {
        let root = OwnRoot::share(view.document(), INTERFACE, include_str!("interface.css"))?;
        let mount = Mount::new(view.document(), root, "article")?;
        let props = InterfaceProps { reading, view, shown };
        let app = Renderer::<Interface>::with_root_and_props(mount.element().clone(), props).render();
        Ok(MountedInterface { app: Some(app), shown, _mount: mount })
    }

    /// Goes over to a new reading of the same article.
    pub fn update(&mut self, reading: Rc<Reading>, view: View) {
        if let Some(app) = &mut self.app {
            app.update(InterfaceProps { reading, view, shown: self.shown });
        }
    }
}

impl Drop for MountedInterface {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
    }
}
