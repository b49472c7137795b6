
// A policy being written. What the validation finds follows what is typed, and the buttons of the
// visual editor draw it anew in place. Each does what the form does when it is sent.
every("[data-policy-editor]", (first) => {
  const form = first.closest("form");
  const status = first.querySelector("[data-policy-status]");
  const editor = () => document.getElementById("policy-editor");
  const written = () => new URLSearchParams(new FormData(form)).toString();
  // What was pressed and is not done, in order: steps of the editor, and at last the form itself.
  const waiting = [];
  let isWorking = false;
  let mayLeave = false;
  let checks = 0;

  // While something is held down, or a syllable is being composed, what it is in must not go.
  let isHeld = false;
  let released = [];
  const hold = (holds) => {
    isHeld = holds;
    if (!holds) setTimeout(() => { released.splice(0).forEach((go) => go()); });
  };
  const presses = (event) => (event.type.startsWith("key") ? event.key === " " : !event.button);
  ["pointerdown", "keydown", "compositionstart"].forEach((name) => {
    form.addEventListener(name, (event) => { if (presses(event)) hold(true); });
  });
  ["pointerup", "pointercancel", "keyup", "compositionend"].forEach((name) => {
    document.addEventListener(name, (event) => { if (presses(event)) hold(false); });
  });
  window.addEventListener("blur", () => hold(false));
  const letGo = () => new Promise((go) => {
    if (isHeld) { released.push(go); } else { go(); }
  });

  /** The page that answers the form, sent as if a button of that name and value were pressed; null
      when there is none. */
  const ask = async (name, value) => {
    const fields = new URLSearchParams(new FormData(form));
    fields.set(name, value);
    try {
      const answer = await fetch(form.action, { method: "POST", body: fields });
      return new DOMParser().parseFromString(await answer.text(), "text/html");
    } catch {
      return null;
    }
  };

  const check = settled(500, async () => {
    if (isWorking) { check(); return; }
    const asked = ++checks;
    const fresh = (await ask("go", "check"))?.getElementById("policy-results");
    const old = document.getElementById("policy-results");
    if (asked !== checks || isWorking || !fresh || !old) return;
    old.replaceWith(fresh);
    const said = fresh.querySelector("#findings-title, .message strong")?.textContent ?? "";
    if (status.textContent !== said) status.textContent = said;
  });

  /** The box or button in `where` that is the same as one of an editor that was there before. */
  const twin = (box, where) => {
    if (box.id) return where.querySelector(`#${CSS.escape(box.id)}`);
    const { name, value } = box;
    if (!name) return null;
    return where.querySelector(`[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`);
  };

  /** Puts a fresh editor in the place of the old one, with what is open and where one types. */
  const put = (fresh, landing) => {
    const old = editor();
    const active = document.activeElement;
    const { selectionStart, selectionEnd, scrollTop } = active;
    const opened = [...old.querySelectorAll("details[open]")].map((each) => each.id);
    const isInside = old.contains(active);
    old.replaceWith(fresh);
    fresh.querySelectorAll("details").forEach((each) => {
      if (opened.includes(each.id)) each.open = true;
    });
    fresh.querySelector("[data-policy-status]").replaceWith(status);
    if (landing) { landing.focus(); return; }
    const again = isInside ? twin(active, fresh) : null;
    if (!again) return;
    again.focus({ preventScroll: true });
    again.scrollTop = scrollTop;
    if (typeof selectionStart === "number") again.setSelectionRange(selectionStart, selectionEnd);
  };

  /** Takes a step, on what the form says then. What is written while the answer is on its way is
      asked about again. Gives whether the step was taken. */
  const take = async ({ value, from }) => {
    let fresh;
    for (;;) {
      const sent = written();
      fresh = (await ask("policy-step", value))?.getElementById("policy-editor");
      await letGo();
      if (written() === sent) break;
    }
    editor().querySelector("[data-policy-lost]").hidden = Boolean(fresh);
    if (!fresh) return false;
    checks += 1;
    // Who is somewhere else by now stays there.
    const stayed = from && [from, document.body].includes(document.activeElement);
    const again = fresh.querySelector(`button[value="${CSS.escape(value)}"]`);
    const wrong = fresh.querySelector("[aria-invalid=true]");
    const head = fresh.querySelector("[data-landing]");
    const isRefused = "refused" in fresh.dataset;
    put(fresh, stayed && ((isRefused && wrong) || (/^(open|add$)/.test(value) && head) || again
      || head || fresh.querySelector("button:not([tabindex])")));
    return !isRefused;
  };

  /** What a step that waits means after another was taken: numbers follow what was removed, and
      what was pressed in a statement that is not open any more is dropped. */
  const after = (taken, open, step) => {
    const [did, gone] = taken.split(":");
    const [does, number] = step.value.split(":");
    const isOfRow = does === "remove-condition";
    const isOfStatement = ["open", "remove"].includes(does);
    if ((did === "remove" && isOfStatement) || (did === "remove-condition" && isOfRow)) {
      if (number === gone) return null;
      const moved = Number(number) - (Number(number) > Number(gone) ? 1 : 0);
      return { ...step, value: `${does}:${moved}` };
    }
    const leaves = ["open", "close", "add", "json", "visual"].includes(did)
      || (did === "remove" && gone === open);
    const isInside = isOfRow || ["service", "select", "clear", "add-condition"].includes(does);
    return leaves && isInside ? null : step;
  };

  const work = async () => {
    if (isWorking) return;
    isWorking = true;
    while (waiting.length) {
      const next = waiting.shift();
      const open = editor().querySelector("[name=policy-open]")?.value;
      if (!await take(next)) { waiting.length = 0; break; }
      if (next.submits) {
        mayLeave = true;
        form.requestSubmit(next.button?.isConnected ? next.button : null);
        mayLeave = false;
      }
      const rest = waiting.splice(0).map((step) => after(next.value, open, step));
      waiting.push(...rest.filter(Boolean));
    }
    isWorking = false;
  };

  form.addEventListener("input", (event) => {
    if (event.target.closest("#policy-editor")) check();
  });
  form.addEventListener("change", (event) => {
    const value = event.target.dataset.policyStep;
    if (!value) return;
    waiting.push({ value });
    work();
  });
  form.addEventListener("click", (event) => {
    const button = event.target.closest("button[name=policy-step]");
    if (!button) return;
    event.preventDefault();
    waiting.push({ value: button.value, from: button });
    work();
  });
  // The form is sent once the server has answered it with an editor: where a session has ended, the
  // page stays, with what was written. Where another part of the form is shown, nothing is written.
  form.addEventListener("submit", (event) => {
    if (mayLeave || !editor().checkVisibility()) return;
    event.preventDefault();
    waiting.push({ value: "update", submits: true, button: event.submitter });
    work();
  });
});
