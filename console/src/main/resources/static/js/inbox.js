// How many notices wait to be read, beside the inbox in the menu. Asked for when a page opens, when its tab is looked at again, and once a minute
// while it is; nothing on the page waits for it, and without this file the menu has no number.
(function () {
  'use strict';

  const EVERY_MS = 60000;
  const MOST_SHOWN = 99;
  const badge = document.querySelector('[data-unread]');
  if (!badge) {
    return;
  }

  const show = (unread) => {
    if (!unread) {
      badge.textContent = '';
      badge.removeAttribute('aria-label');
      return;
    }
    badge.textContent = unread > MOST_SHOWN ? `${MOST_SHOWN}+` : String(unread);
    badge.setAttribute('aria-label', `${badge.textContent} ${badge.dataset.word}`);
  };

  const ask = async () => {
    if (document.hidden) {
      return;
    }
    try {
      const answer = await fetch(badge.dataset.unread, {headers: {Accept: 'application/json'}});
      if (answer.ok) {
        show((await answer.json()).unread);
      }
    } catch {
      // The number stays as it was: the next look may find the service again.
    }
  };

  document.addEventListener('visibilitychange', ask);
  window.setInterval(ask, EVERY_MS);
  ask();
})();
