// Adds the script tag long after the page was read.
addEventListener("load", () => {
  setTimeout(() => {
    const script = document.createElement("script");
    script.src = "dist/caveat.js";
    document.body.append(script);
  }, 300);
});
