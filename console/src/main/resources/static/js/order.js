// A list that is ordered by dragging: <form data-order> around <ol data-order-list> of <li draggable>. Dropping sends the form; its buttons
// for up and down do the same by keyboard, and work without this file.
(function () {
  'use strict';

  let dragged = null;
  let before = '';

  const order = (list) => Array.from(list.children, (item) => item.id).join();

  document.addEventListener('dragstart', (event) => {
    const item = event.target.closest?.('[data-order-list] > li');
    if (item) {
      dragged = item;
      before = order(item.parentElement);
      item.classList.add('dragged');
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', item.id);
    }
  });

  document.addEventListener('dragover', (event) => {
    const over = event.target.closest?.('[data-order-list] > li');
    if (!dragged || !over || over.parentElement !== dragged.parentElement) {
      return;
    }
    event.preventDefault();
    if (over !== dragged) {
      const box = over.getBoundingClientRect();
      over.parentElement.insertBefore(dragged, event.clientY > box.top + box.height / 2 ? over.nextSibling : over);
    }
  });

  document.addEventListener('drop', (event) => {
    if (dragged) {
      event.preventDefault();
    }
  });

  document.addEventListener('dragend', () => {
    if (!dragged) {
      return;
    }
    const list = dragged.parentElement;
    dragged.classList.remove('dragged');
    dragged = null;
    if (list && order(list) !== before) {
      list.closest('[data-order]')?.requestSubmit();
    }
  });
})();
