//! Renders a component to a string, for tests.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use yew::{BaseComponent, LocalServerRenderer};

/// The component's HTML, without what hydration would need.
pub fn render<C: BaseComponent>(props: C::Properties) -> String {
    let mut rendering = pin!(LocalServerRenderer::<C>::with_props(props).hydratable(false).render());
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(html) = rendering.as_mut().poll(&mut context) {
            return html;
        }
    }
}
