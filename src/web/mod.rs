//! Caveat in a page: the JavaScript border, the page's text and marks, and the
//! Yew interface.
