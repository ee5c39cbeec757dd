// The company's desk beyond forms and links: what a search found is gone through by arrows.
(function () {
  'use strict';

  const finder = (element) => element.closest?.('.finder');

  document.addEventListener('keydown', (event) => {
    const within = finder(event.target);
    if (!within) {
      return;
    }
    const field = within.querySelector('[data-finds]');
    const choices = [...within.querySelectorAll('.found-choice')];
    const at = choices.indexOf(event.target);
    if (event.key === 'ArrowDown' && choices.length) {
      event.preventDefault();
      choices[Math.min(at + 1, choices.length - 1)].focus();
    } else if (event.key === 'ArrowUp' && at >= 0) {
      event.preventDefault();
      (at === 0 ? field : choices[at - 1]).focus();
    } else if (event.key === 'Enter' && event.target === field) {
      // Enter in the search takes the first thing found; it does not send the form.
      event.preventDefault();
      choices[0]?.click();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      within.querySelector('.found').replaceChildren();
      field.value = '';
      field.focus();
    }
  });

  // After a choice the reader is where they were: at the search that they chose by.
  let last = null;
  document.addEventListener('htmx:beforeRequest', (event) => {
    const picker = event.detail.elt.closest?.('.picker');
    last = picker && event.detail.elt.matches('button') ? picker.querySelector('[data-finds]').id : null;
  });
  document.addEventListener('htmx:afterSettle', () => {
    if (last) {
      document.getElementById(last)?.focus();
      last = null;
    }
  });

  document.addEventListener('click', (event) => {
    document.querySelectorAll('.found').forEach((found) => {
      if (!found.parentElement.contains(event.target)) {
        found.replaceChildren();
      }
    });
  });
})();
