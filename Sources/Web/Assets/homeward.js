// Draws charts from the specifications the server gives, and lets files be dropped. Pages work without it.
"use strict";
(() => {
  const embedding = { actions: false, ast: true, renderer: "svg", defaultStyle: false, tooltip: { disableDefaultStyle: true } };

  async function draw(place) {
    if (place.dataset.drawn || !globalThis.vegaEmbed) return;
    place.dataset.drawn = "yes";
    const path = place.dataset.chart.startsWith("/")
      ? place.dataset.chart
      : `/runs/${place.closest("[data-run]").dataset.run}/charts/${place.dataset.chart}`;
    try {
      const answer = await fetch(path, { credentials: "same-origin" });
      if (!answer.ok) throw new Error(String(answer.status));
      const specification = await answer.json();
      const room = place.clientWidth;
      if (room > 0 && typeof specification.width === "number") specification.width = Math.max(180, Math.min(room - 70, specification.width * 1.5));
      await globalThis.vegaEmbed(place, specification, embedding);
      // The figure says in words what the chart shows, and the table has its figures.
      const picture = place.querySelector("svg");
      picture.setAttribute("aria-hidden", "true");
      for (const part of picture.querySelectorAll("[role], [aria-label], [aria-roledescription]")) {
        for (const name of ["role", "aria-label", "aria-roledescription"]) part.removeAttribute(name);
      }
    } catch {
      place.textContent = "The chart could not be drawn. Its figures are in the table.";
    }
  }

  function drawAll() { document.querySelectorAll(".chart").forEach(draw); }

  function letDrop(form) {
    const input = form.querySelector("input[type=file]");
    for (const name of ["dragover", "dragenter"]) form.addEventListener(name, (event) => { event.preventDefault(); form.classList.add("over"); });
    form.addEventListener("dragleave", () => form.classList.remove("over"));
    form.addEventListener("drop", (event) => {
      event.preventDefault();
      form.classList.remove("over");
      input.files = event.dataTransfer.files;
    });
  }

  document.addEventListener("DOMContentLoaded", () => {
    document.body.classList.add("js-enabled", "govuk-frontend-supported");
    drawAll();
    document.querySelectorAll(".hw-drop").forEach(letDrop);
    document.querySelectorAll("[data-live]").forEach((input) => {
      const shown = document.getElementById(input.dataset.live);
      input.addEventListener("input", () => { shown.textContent = input.value; });
    });
  });
  document.addEventListener("htmx:afterSwap", drawAll);
})();
