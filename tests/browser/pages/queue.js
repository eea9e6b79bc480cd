// Asks for something before the script is there, as its documentation says.
(window.caveat ??= []).push((caveat) => caveat.attach(document.querySelector("article"), { show: ["places"] }));
