/* Questions to the reader. */
(() => {
  "use strict";

  const { button, choices, make, w } = window.amends;

  /** Ask, and get the value of the button that was pressed, or "". */
  const ask = (text, answers) =>
    new Promise((answer) => {
      const buttons = [...answers, ["", w("cancel")]].map(([value, label]) => button(label, () => dialog.close(value)));
      const dialog = make("dialog", { className: "md-typeset am-dialog", ariaLabel: text }, make("p", {}, text), choices(buttons));
      dialog.onclose = () => {
        dialog.remove();
        answer(dialog.returnValue);
      };
      document.body.append(dialog);
      dialog.showModal();
    });

  Object.assign(window.amends, { ask });
})();
