// A list that is put in order by dragging: <form data-order> around <ol data-order-list> of <li draggable>, each with its hidden field. Dropping sends the
// form; whatever ends otherwise, as by Escape, leaves the list as it was. Buttons for up and down do the same by keyboard, and work without this file.
(function () {
  'use strict';

  let dragged = null;
  let before = [];
  let dropped = false;

  const listOf = (target) => target.closest?.('[data-order-list]');

  document.addEventListener('dragstart', (event) => {
    const item = event.target.closest?.('[data-order-list] > li');
    if (item) {
      dragged = item;
      dropped = false;
      before = [...item.parentElement.children];
      item.classList.add('dragged');
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', item.id);
    }
  });

  document.addEventListener('dragover', (event) => {
    if (!dragged || listOf(event.target) !== dragged.parentElement) {
      return;
    }
    event.preventDefault();
    const over = event.target.closest('li');
    if (over && over !== dragged) {
      const box = over.getBoundingClientRect();
      over.parentElement.insertBefore(dragged, event.clientY > box.top + box.height / 2 ? over.nextSibling : over);
    }
  });

  document.addEventListener('drop', (event) => {
    if (dragged && listOf(event.target) === dragged.parentElement) {
      event.preventDefault();
      dropped = true;
    }
  });

  document.addEventListener('dragend', () => {
    if (!dragged) {
      return;
    }
    const list = dragged.parentElement;
    dragged.classList.remove('dragged');
    dragged = null;
    if (!dropped) {
      list?.append(...before);
    } else if (before.some((item, at) => list.children[at] !== item)) {
      list.closest('[data-order]')?.requestSubmit();
    }
  });
})();
