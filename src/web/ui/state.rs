//! All that changes in an article's interface, and how. Knows neither time nor
//! page, so that every transition is tested without a browser.

use std::rc::Rc;

use yew::Reducible;

use crate::web::mark::{Kind, Kinds};
use crate::web::reading::Reading;

/// What the interface shows.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The article that it is about.
    pub reading: Rc<Reading>,
    /// The kinds whose marks are painted.
    pub shown: Kinds,
    /// The card, if one is open.
    pub open: Option<Open>,
    /// Whether the list of the marks is open.
    pub listed: bool,
    /// The position of the mark on which the list's Tab stop is.
    pub current: usize,
}

/// An open card.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Open {
    /// The position of its mark.
    pub mark: usize,
    /// Where in the window the pointer was.
    pub point: Option<(f64, f64)>,
    /// What keeps it open.
    pub by: By,
}

/// What keeps a card open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The pointer rests on the mark or on the card.
    Hover,
    /// It was pressed: it stays until it is closed.
    Press,
    /// Its mark is the current one in the list.
    List,
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The pointer has rested on a mark.
    Hovered(usize, (f64, f64)),
    /// The pointer has been away for a while.
    Left,
    /// A mark was pressed in the article.
    Pressed(usize, (f64, f64)),
    /// Something in the page that is no mark was pressed.
    PressedElsewhere,
    /// A mark was chosen: in the list, or from another card.
    Chosen(usize),
    /// A mark of the list got the focus.
    Focused(usize),
    /// The focus has left the interface.
    FocusLeft,
    /// A kind's switch was pressed.
    Toggled(Kind),
    /// The list's button was pressed.
    ListToggled,
    /// Escape, or a close button.
    Dismissed,
    /// The article was read again.
    Replaced(Rc<Reading>),
}

impl State {
    /// Nothing open yet.
    pub fn new(reading: Rc<Reading>, shown: Kinds) -> State {
        State { reading, shown, open: None, listed: false, current: 0 }.kept()
    }

    /// The positions of the marks that are shown.
    pub fn marks(&self) -> Vec<usize> {
        let shown = |&mark: &usize| self.shown.has(self.reading.marks[mark].kind);
        (0..self.reading.marks.len()).filter(shown).collect()
    }

    fn open(self, mark: usize, point: Option<(f64, f64)>, by: By) -> State {
        State { open: Some(Open { mark, point, by }), ..self }
    }

    /// Closes and moves what stands on a mark that is not shown.
    fn kept(mut self) -> State {
        let marks = self.marks();
        if self.open.is_some_and(|open| !marks.contains(&open.mark)) {
            self.open = None;
        }
        if !marks.contains(&self.current) {
            self.current = marks.first().copied().unwrap_or_default();
        }
        self
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let state = State::clone(&self);
        let pinned = |mark| state.open.is_some_and(|open| open.mark == mark && open.by == By::Press);
        Rc::new(match action {
            Action::Hovered(mark, point) => match state.open {
                Some(Open { by: By::Press, .. }) => return self,
                Some(open) if open.mark == mark => return self,
                _ => state.open(mark, Some(point), By::Hover),
            },
            Action::Left => match state.open {
                Some(Open { by: By::Hover, .. }) => State { open: None, ..state },
                _ => return self,
            },
            Action::Pressed(mark, _) if pinned(mark) => State { open: None, ..state },
            Action::Pressed(mark, point) => state.open(mark, Some(point), By::Press),
            Action::PressedElsewhere if state.open.is_none() => return self,
            Action::PressedElsewhere => State { open: None, ..state },
            Action::Chosen(mark) => State { current: mark, ..state }.open(mark, None, By::Press),
            Action::Focused(mark) => State { current: mark, ..state }.open(mark, None, By::List),
            Action::FocusLeft => match state.open {
                Some(Open { by: By::List, .. }) => State { open: None, ..state },
                _ => return self,
            },
            Action::Toggled(kind) => State { shown: state.shown.toggled(kind), ..state }.kept(),
            Action::ListToggled => {
                let open = state.open.filter(|open| open.by != By::List);
                State { listed: !state.listed, open, ..state }
            }
            Action::Dismissed if state.open.is_some() => State { open: None, ..state },
            Action::Dismissed => State { listed: false, ..state },
            Action::Replaced(reading) => State { reading, open: None, current: 0, ..state }.kept(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::reading::samples::reading;

    const POINT: (f64, f64) = (10.0, 20.0);

    fn after(actions: impl IntoIterator<Item = Action>) -> State {
        let mut state = Rc::new(State::new(Rc::new(reading()), Kinds::ALL));
        for action in actions {
            state = state.reduce(action);
        }
        State::clone(&state)
    }

    fn open(state: &State) -> Option<(usize, By)> {
        state.open.map(|open| (open.mark, open.by))
    }

    #[test]
    fn a_hovered_card_goes_when_the_pointer_goes() {
        assert_eq!(open(&after([Action::Hovered(1, POINT)])), Some((1, By::Hover)));
        assert_eq!(open(&after([Action::Hovered(1, POINT), Action::Left])), None);
    }

    #[test]
    fn a_pressed_card_stays_until_it_is_pressed_again() {
        let pressed = [Action::Hovered(1, POINT), Action::Pressed(1, POINT), Action::Left, Action::Hovered(2, POINT)];
        assert_eq!(open(&after(pressed.clone())), Some((1, By::Press)));
        assert_eq!(open(&after(pressed.into_iter().chain([Action::Pressed(1, POINT)]))), None);
    }

    #[test]
    fn a_press_elsewhere_closes_the_card_and_not_the_list() {
        let state = after([Action::ListToggled, Action::Pressed(1, POINT), Action::PressedElsewhere]);
        assert_eq!((open(&state), state.listed), (None, true));
    }

    #[test]
    fn dismissing_closes_the_card_first_and_the_list_next() {
        let state = after([Action::ListToggled, Action::Focused(0), Action::Dismissed]);
        assert_eq!((open(&state), state.listed), (None, true));
        let state = Rc::new(state).reduce(Action::Dismissed);
        assert!(!state.listed);
    }

    #[test]
    fn the_tab_stop_is_always_on_a_mark_that_is_shown() {
        assert_eq!(after([]).current, 0);
        assert_eq!(after([Action::Toggled(Kind::Side)]).current, 1);
        assert_eq!(after([Action::Focused(3), Action::Toggled(Kind::Side)]).current, 3);
    }

    #[test]
    fn hiding_a_kind_closes_the_card_of_its_mark() {
        assert_eq!(open(&after([Action::Pressed(3, POINT), Action::Toggled(Kind::Place)])), None);
        assert_eq!(open(&after([Action::Pressed(3, POINT), Action::Toggled(Kind::Side)])), Some((3, By::Press)));
    }
}
