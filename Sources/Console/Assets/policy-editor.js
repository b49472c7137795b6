
// A policy being written. What the validation finds follows what is typed, and the buttons of the
// visual editor draw it anew in place. Each does what the form does when it is sent.
every("[data-policy-editor]", (first) => {
  const form = first.closest("form");
  const status = first.querySelector("[data-policy-status]");
  const editor = () => document.getElementById("policy-editor");
  let checks = 0;
  let draws = 0;
  let waiting;

  /** The page that answers the form, sent as if a button of that name and value were pressed. */
  const ask = async (name, value) => {
    const fields = new URLSearchParams(new FormData(form));
    fields.set(name, value);
    const answer = await fetch(form.action, { method: "POST", body: fields });
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  };

  const check = settled(500, async () => {
    const asked = ++checks;
    const fresh = (await ask("go", "check")).getElementById("policy-results");
    const old = document.getElementById("policy-results");
    if (asked !== checks || !fresh || !old) return;
    old.replaceWith(fresh);
    const said = fresh.querySelector("#findings-title, .message strong")?.textContent ?? "";
    if (status.textContent !== said) status.textContent = said;
  });

  const draw = async (button) => {
    const asked = ++draws;
    clearTimeout(waiting);
    const { name, value } = button;
    const page = await ask(name, value);
    const fresh = page.getElementById("policy-editor");
    if (asked !== draws) return;
    if (!fresh) { form.requestSubmit(button); return; }
    checks += 1;
    const opened = [...editor().querySelectorAll("details[open]")].map((each) => each.id);
    editor().replaceWith(fresh);
    fresh.querySelectorAll("details").forEach((each) => {
      if (opened.includes(each.id)) each.open = true;
    });
    fresh.querySelector("[data-policy-status]").replaceWith(status);
    const again = fresh.querySelector(`[name="${name}"][value="${value}"]`);
    const landing = /^(open|add$)/.test(value) ? fresh.querySelector("[data-landing]") : again;
    (landing ?? again ?? fresh.querySelector("[data-landing], button:not([tabindex])"))?.focus();
  };

  form.addEventListener("input", (event) => {
    if (event.target.closest("#policy-editor")) check();
  });
  // A moment later, for a button that is being pressed must not be gone before it is let go.
  form.addEventListener("change", (event) => {
    const step = event.target.dataset.policyStep;
    if (!step) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      draw(form.querySelector(`button[name="policy-step"][value="${step}"]`));
    }, 250);
  });
  form.addEventListener("click", (event) => {
    const button = event.target.closest("button[name=policy-step]");
    if (!button) return;
    event.preventDefault();
    draw(button);
  });
});
