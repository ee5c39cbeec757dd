// How many notices wait to be read, beside the inbox in the menu, as live.js hears it. Without this file the menu has no number.
(function () {
  'use strict';

  const MOST_SHOWN = 99;
  const badge = document.querySelector('[data-unread]');
  if (!badge) {
    return;
  }

  document.addEventListener('live:unread', ({detail: unread}) => {
    if (!unread) {
      badge.textContent = '';
      badge.removeAttribute('aria-label');
      return;
    }
    badge.textContent = unread > MOST_SHOWN ? `${MOST_SHOWN}+` : String(unread);
    badge.setAttribute('aria-label', `${badge.textContent} ${badge.dataset.word}`);
  });
})();
