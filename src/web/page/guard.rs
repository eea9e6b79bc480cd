//! Listeners and timers that end when they are dropped, and that keep still after
//! a fault of ours. Every one of ours on the host page goes through these.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{AddEventListenerOptions, Event, EventTarget, Window};

use crate::web::fault;

/// A listener on a target, taken away when dropped. It is passive: it cannot
/// keep the host's own action from happening.
#[derive(Debug)]
#[must_use]
pub struct Listener {
    target: EventTarget,
    name: &'static str,
    capture: bool,
    heard: Closure<dyn Fn(Event)>,
}

impl Listener {
    /// Listens while an event bubbles up.
    pub fn new(target: &EventTarget, name: &'static str, heard: impl Fn(Event) + 'static) -> Listener {
        Listener::add(target, name, false, heard)
    }

    /// Listens while an event goes down, before any handler below can stop it.
    pub fn capturing(target: &EventTarget, name: &'static str, heard: impl Fn(Event) + 'static) -> Listener {
        Listener::add(target, name, true, heard)
    }

    fn add(target: &EventTarget, name: &'static str, capture: bool, heard: impl Fn(Event) + 'static) -> Listener {
        let heard = Closure::<dyn Fn(Event)>::new(move |event| {
            if !fault::happened() {
                heard(event);
            }
        });
        let options = AddEventListenerOptions::new();
        options.set_passive(true);
        options.set_capture(capture);
        let function = heard.as_ref().unchecked_ref();
        // Adding a listener with a function never throws.
        let _ = target.add_event_listener_with_callback_and_add_event_listener_options(name, function, &options);
        Listener { target: target.clone(), name, capture, heard }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let function = self.heard.as_ref().unchecked_ref();
        // Removing a listener with a function never throws.
        let _ = self.target.remove_event_listener_with_callback_and_bool(self.name, function, self.capture);
    }
}

/// Something that is done once, later, unless it is dropped before.
#[derive(Debug)]
#[must_use]
pub struct Timeout {
    window: Window,
    id: i32,
    when: When,
    _done: Closure<dyn FnMut()>,
}

#[derive(Debug)]
enum When {
    Time,
    Frame,
}

impl Timeout {
    /// Does it after this many milliseconds.
    pub fn after(window: &Window, milliseconds: i32, done: impl FnOnce() + 'static) -> Timeout {
        let done = once(done);
        let function = done.as_ref().unchecked_ref();
        let id = window
            .set_timeout_with_callback_and_timeout_and_arguments_0(function, milliseconds)
            // A timer with a function is always set.
            .unwrap_or_default();
        Timeout { window: window.clone(), id, when: When::Time, _done: done }
    }

    /// Does it before the next frame is painted.
    pub fn frame(window: &Window, done: impl FnOnce() + 'static) -> Timeout {
        let done = once(done);
        // A frame with a function is always requested.
        let id = window.request_animation_frame(done.as_ref().unchecked_ref()).unwrap_or_default();
        Timeout { window: window.clone(), id, when: When::Frame, _done: done }
    }
}

fn once(done: impl FnOnce() + 'static) -> Closure<dyn FnMut()> {
    let mut done = Some(done);
    Closure::new(move || {
        if let Some(done) = done.take()
            && !fault::happened()
        {
            done();
        }
    })
}

impl Drop for Timeout {
    fn drop(&mut self) {
        match self.when {
            When::Time => self.window.clear_timeout_with_handle(self.id),
            // A frame that is over is cancelled without harm.
            When::Frame => self.window.cancel_animation_frame(self.id).unwrap_or_default(),
        }
    }
}
