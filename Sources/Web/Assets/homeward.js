// Draws charts from the specifications the server gives, ties sliders to their fields, and lets files be dropped. Pages
// work without it.
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
      // Drawn aside, then put in place at once: what stood there stays until then.
      const fresh = document.createElement("div");
      await globalThis.vegaEmbed(fresh, specification, embedding);
      // The figure says in words what the chart shows, and the table has its figures.
      const picture = fresh.querySelector("svg");
      picture.setAttribute("aria-hidden", "true");
      for (const part of picture.querySelectorAll("[role], [aria-label], [aria-roledescription]")) {
        for (const name of ["role", "aria-label", "aria-roledescription"]) part.removeAttribute(name);
      }
      place.replaceChildren(fresh);
    } catch {
      place.textContent = "The chart could not be drawn. Its figures are in the table.";
    }
  }

  function drawAll() { document.querySelectorAll(".chart").forEach(draw); }

  // Charts that a newer result replaces stand in its places until theirs are drawn, so that nothing jumps.
  let before = new Map();
  document.addEventListener("htmx:oobBeforeSwap", (event) => {
    if (event.detail.target.id !== "shown") return;
    before = new Map([...event.detail.target.querySelectorAll(".chart")].map((chart) => [chart.dataset.chart, [...chart.childNodes]]));
  });
  document.addEventListener("htmx:oobAfterSwap", () => {
    document.querySelectorAll("#shown .chart:not([data-drawn])").forEach((chart) => {
      if (chart.childNodes.length === 0) chart.append(...(before.get(chart.dataset.chart) ?? []));
    });
    before = new Map();
    drawAll();
  });

  // The address of what is shown, so that it can be loaded again and passed on.
  document.addEventListener("htmx:afterRequest", (event) => {
    const address = event.detail.xhr?.getResponseHeader("homeward-address");
    if (address) history.replaceState(null, "", address);
  });

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

  function pair(slider) {
    const field = document.getElementById(slider.dataset.pair);
    const say = () => slider.setAttribute("aria-valuetext", `${slider.value} ${slider.dataset.unit}`.trim());
    slider.addEventListener("input", () => { field.value = slider.value; say(); });
    field.addEventListener("input", () => { slider.value = field.value.replace(/[,\s]/g, "") || "0"; say(); });
    slider.value = field.value || slider.value;
    say();
  }

  document.addEventListener("DOMContentLoaded", () => {
    document.body.classList.add("js-enabled", "govuk-frontend-supported");
    drawAll();
    document.querySelectorAll(".hw-drop").forEach(letDrop);
    document.querySelectorAll("[data-pair]").forEach(pair);
    document.querySelectorAll("[data-live]").forEach((input) => {
      const shown = document.getElementById(input.dataset.live);
      input.addEventListener("input", () => { shown.textContent = input.value; });
    });
  });
  document.addEventListener("htmx:afterSwap", drawAll);
})();
