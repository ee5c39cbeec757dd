// The company's desk beyond forms and links: arrows in what a search found, and lists that are put in order by hand.
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

  // A list in order: rows are dragged by whoever has a pointer; the buttons in each row do the same for everybody.
  let dragged = null;
  document.addEventListener('dragstart', (event) => {
    dragged = event.target.closest?.('[data-orders] > li');
    dragged?.classList.add('dragged');
  });
  document.addEventListener('dragover', (event) => {
    const over = event.target.closest?.('[data-orders] > li');
    if (!dragged || !over || over.parentElement !== dragged.parentElement) {
      return;
    }
    event.preventDefault();
    if (over !== dragged) {
      const box = over.getBoundingClientRect();
      over.parentElement.insertBefore(dragged, event.clientY < box.top + box.height / 2 ? over : over.nextSibling);
    }
  });
  document.addEventListener('dragend', () => {
    if (!dragged) {
      return;
    }
    dragged.classList.remove('dragged');
    const form = document.getElementById(dragged.parentElement.dataset.orders);
    const order = [...dragged.parentElement.children].map((row) => row.dataset.student).join(',');
    dragged = null;
    if (form && form.elements.order.value !== order) {
      form.elements.order.value = order;
      form.requestSubmit();
    }
  });
})();
