//! The component for front ends written in Yew: give it an article, and it marks
//! it. The same code as the script tag's, with the core pack embedded.

use std::cell::OnceCell;
use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use crate::analysis::Pack;
use crate::web::attachment::Attachment;
use crate::web::mark::Kinds;
use crate::web::page::Unsupported;
use crate::web::reading::Reading;

/// The article that a [`Reader`] marks.
#[derive(Clone, Debug, PartialEq)]
pub enum ReaderArticle {
    /// A text; the component renders it, each line a paragraph.
    Text(AttrValue),
    /// An element that is already in the page; the component renders nothing.
    Node(Element),
}

/// The knowledge of a [`Reader`]: a pack of the program's own, such as
/// `Pack::with_additions` makes. Equal only to its own clones.
#[derive(Clone, Debug)]
pub struct ReaderPack(pub Rc<Pack>);

impl PartialEq for ReaderPack {
    fn eq(&self, other: &ReaderPack) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What a [`Reader`] marks, and how.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ReaderProps {
    /// The article.
    pub article: ReaderArticle,
    /// The kinds that are marked at first. The reader can switch each.
    #[prop_or(Kinds::ALL)]
    pub show: Kinds,
    /// The knowledge, if it is not the embedded core.
    #[prop_or_default]
    pub pack: Option<ReaderPack>,
    /// Called when the marks are painted.
    #[prop_or_default]
    pub on_ready: Callback<Rc<Reading>>,
    /// Called where the browser cannot show marks. The article stays as it is.
    #[prop_or_default]
    pub on_error: Callback<Unsupported>,
}

/// Marks an article while it is mounted, and again when the article changes.
#[component]
pub fn Reader(props: &ReaderProps) -> Html {
    let rendered = use_node_ref();
    use_effect_with((props.article.clone(), props.show, props.pack.clone()), {
        let (rendered, on_ready, on_error) = (rendered.clone(), props.on_ready.clone(), props.on_error.clone());
        move |(article, show, pack)| {
            let pack = pack.as_ref().map_or_else(core_pack, |pack| Rc::clone(&pack.0));
            let element = match article {
                ReaderArticle::Text(_) => rendered.cast::<Element>(),
                ReaderArticle::Node(element) => Some(element.clone()),
            };
            let attachment = element.and_then(|element| match Attachment::new(&element, &pack, *show) {
                Ok(attachment) => {
                    on_ready.emit(Rc::clone(attachment.reading()));
                    Some(attachment)
                }
                Err(error) => {
                    on_error.emit(error);
                    None
                }
            });
            move || drop(attachment)
        }
    });
    match &props.article {
        ReaderArticle::Node(_) => Html::default(),
        ReaderArticle::Text(text) => {
            let paragraphs = text.lines().filter(|line| !line.trim().is_empty());
            html! { <div ref={rendered}>{ for paragraphs.map(|line| html! { <p>{ line.to_string() }</p> }) }</div> }
        }
    }
}

/// The embedded pack, read once.
fn core_pack() -> Rc<Pack> {
    thread_local! {
        static CORE: OnceCell<Rc<Pack>> = const { OnceCell::new() };
    }
    CORE.with(|core| Rc::clone(core.get_or_init(|| Rc::new(Pack::core()))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::ui::render::render;

    #[test]
    fn a_text_is_rendered_paragraph_by_paragraph() {
        let html = render::<Reader>(ReaderProps {
            article: ReaderArticle::Text("Kyiv < Moscow\r\n\n  second".into()),
            show: Kinds::ALL,
            pack: None,
            on_ready: Callback::noop(),
            on_error: Callback::noop(),
        });
        assert_eq!(html, "<div><p>Kyiv &lt; Moscow</p><p>  second</p></div>");
    }
}
