//! Makes the browsers and what drives them ready for the tests.
