// Makes pages that already work more comfortable. Nothing here is needed to reach any operation.

const every = (selector, work) => document.querySelectorAll(selector).forEach(work);

/** Runs `work` once the calls have paused for `milliseconds`. */
function settled(milliseconds, work) {
  let timer;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...values), milliseconds);
  };
}

// Copying. The button shows itself only where the browser lets a page copy.
if (navigator.clipboard) {
  every("[data-copy]", (button) => {
    const words = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.textContent = button.dataset.copied;
      setTimeout(() => { button.textContent = words; }, 2000);
    });
  });
}

// "/" goes to the search box, unless something is being typed.
document.addEventListener("keydown", (event) => {
  const box = document.querySelector("[data-shortcut='/']");
  const isTyping = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || !box || isTyping || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  box.select();
});

// What went wrong is read out first.
document.querySelector("[data-focus]")?.focus();

// Sections that open and close in place.
every("[data-section]", (button) => {
  button.addEventListener("click", (event) => {
    event.preventDefault();
    const opens = button.getAttribute("aria-expanded") !== "true";
    button.setAttribute("aria-expanded", String(opens));
    document.getElementById(button.getAttribute("aria-controls")).hidden = !opens;
  });
});

// Passkeys and security keys: the browser is asked when the form is sent, and its answer goes along.
every("[data-key]", (region) => {
  const form = region.querySelector("form");
  const error = region.querySelector("[data-key-error]");
  const isNew = region.dataset.key === "create";
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    error.hidden = true;
    try {
      const options = JSON.parse(region.dataset.options);
      const key = isNew
        ? await navigator.credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
        })
        : await navigator.credentials.get({
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
        });
      form.elements.response.value = JSON.stringify(key.toJSON());
      form.submit();
    } catch {
      error.hidden = false;
    }
  });
});

// A secret that is shown once: leaving asks, until it was copied, saved or confirmed.
every("[data-unsaved]", (region) => {
  let isSaved = false;
  window.addEventListener("beforeunload", (event) => { if (!isSaved) event.preventDefault(); });
  region.addEventListener("submit", () => { isSaved = true; });
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-copy], [data-done]")) isSaved = true;
  });
});

// Lists inside a form that follow what is typed: the form is sent as its search button would.
every("[data-live]", (box) => {
  const { form } = box;
  const id = box.dataset.live;
  let running;
  const refresh = settled(150, async () => {
    running = new AbortController();
    const fields = new URLSearchParams(new FormData(form));
    fields.set("go", "search");
    try {
      const answer = await fetch(form.action, {
        method: "POST", body: fields, signal: running.signal,
      });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById(id);
      if (fresh) document.getElementById(id).replaceWith(fresh);
    } catch (error) {
      if (error.name !== "AbortError") throw error;
    }
  });
  const restart = () => {
    running?.abort();
    refresh();
  };
  box.addEventListener("input", restart);
  // A box ticked while the list was on its way must not be lost with the old list.
  form.addEventListener("change", (event) => {
    if (event.target !== box && running && !running.signal.aborted) restart();
  });
});

// Suggestions below the search box of the top bar.
every("[data-suggest]", (form) => {
  const box = form.querySelector("input[type=search]");
  const list = document.createElement("div");
  list.className = "suggestions";
  list.hidden = true;
  form.append(list);
  let asked = 0;

  const suggest = settled(120, async () => {
    const turn = ++asked;
    const text = box.value.trim();
    if (!text) { list.hidden = true; return; }
    const answer = await fetch(`${form.action}?q=${encodeURIComponent(text)}`);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const results = page.querySelector(".results");
    if (turn !== asked || !answer.ok || !results) return;
    list.replaceChildren(...results.querySelectorAll("a"));
    list.hidden = list.childElementCount === 0;
  });

  box.addEventListener("input", suggest);
  form.addEventListener("keydown", (event) => {
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "Escape") { list.hidden = true; box.focus(); }
    if (list.hidden || !links.length) return;
    if (event.key === "ArrowDown") { links[Math.min(at + 1, links.length - 1)].focus(); }
    if (event.key === "ArrowUp") { (at > 0 ? links[at - 1] : box).focus(); }
    if (event.key.startsWith("Arrow")) event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    if (!form.contains(event.target)) list.hidden = true;
  });
});
