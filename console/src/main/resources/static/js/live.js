// Pages that follow what changes. <div data-live-stream="/live/programmes/…"> names a stream, and so does /live/notices on each page of who has an inbox; an element with an id and data-live="offers placements"
// follows those kinds. What changed is never in the stream: the page itself is asked for again, and only what differs in such elements is replaced,
// so that focus, open menus, what is typed and what is ticked stay. Rows with an id that come or go wait, where the reader sees them, until the reader
// asks for them: nothing moves away from under a finger. data-live-moves is for what is there to be seen moving. Without this file a page shows what it
// showed when it was opened.
(function () {
  'use strict';

  const KINDS = ['programme', 'students', 'internships', 'offers', 'placements', 'notices'];
  const ROWS = 'tr[id], li[id], details.notice[id]';
  const GATHERED_MS = 150; // what changes together is shown together
  const BETWEEN_MS = 500; // between two refreshes, and at least so many times as long as the last one took:
  const SHARE = 3;
  const HIDDEN_MS = 2000; // a tab that nobody sees gives its connections back: an origin has six of them, and each tab takes two
  const LONGEST_PAUSE_MS = 60000;
  const MOST_STREAMS = 3; // a browser opens six connections to an origin
  const ROUNDS_MS = 10000; // nothing tells of a matching round that offered nothing
  const CHANGED = 'changed';
  const MARKED_MS = 2500;

  // Bringing what is there into the state of what was just read.

  const isSame = (here, then) => here.nodeType === then.nodeType && here.nodeName === then.nodeName && (here.id || '') === (then.id || '');

  // The answer to a form has the address of the form; it is read again where the page with the form is, until somebody goes on from there.
  const answered = window.location.href;
  const addressed = () => (window.location.href === answered && document.body.dataset.shownAt) || window.location.href;

  // One that refuses holds what was typed: its forms stay as they are until they are sent again. Where what was sent is done, the page goes on.
  const isTyped = (here, then) => Boolean(document.body.dataset.typed) && here.matches('form[method="post"]')
    && here.getAttribute('action') === then.getAttribute('action')
    && here.querySelector('[name="form"]')?.value === then.querySelector('[name="form"]')?.value;

  // Belongs to whoever looks: what they opened, typed or ticked, and what a script drew.
  const isKept = (element) => element.matches('[data-countdown], .chart-canvas, .htmx-request, form[data-sent]');

  const bringAttributes = (here, then) => {
    const opened = here.matches('details, dialog');
    for (const {name} of [...here.attributes]) {
      if (!then.hasAttribute(name) && !(opened && name === 'open')) {
        here.removeAttribute(name);
      }
    }
    for (const {name, value} of [...then.attributes]) {
      if (here.getAttribute(name) !== value && !(opened && name === 'open')) {
        here.setAttribute(name, value);
      }
    }
  };

  const plain = (element) => {
    element.classList.remove(CHANGED);
    if (element.classList.length === 0) {
      element.removeAttribute('class');
    }
  };
  const mark = (element) => {
    element.classList.add(CHANGED);
    window.setTimeout(() => plain(element), MARKED_MS);
  };

  const bring = (here, then) => {
    if (here.nodeType !== Node.ELEMENT_NODE) {
      if (here.data !== then.data) {
        here.data = then.data;
      }
      return;
    }
    plain(here);
    if (here.isEqualNode(then) || isTyped(here, then) || (isKept(here) && here.dataset.countdown === then.dataset.countdown)) {
      return;
    }
    bringAttributes(here, then);
    bringChildren(here, then);
    if (here.matches(ROWS)) {
      mark(here);
    }
  };

  const shown = (parent, node, before) => {
    const added = document.importNode(node, true);
    parent.insertBefore(added, before);
    if (added.nodeType === Node.ELEMENT_NODE) {
      mark(added);
      window.htmx?.process(added);
    }
  };

  const bringChildren = (parent, wanted) => {
    const named = new Map([...parent.children].filter((child) => child.id).map((child) => [child.id, child]));
    const stay = new Set([...wanted.children].map((child) => child.id).filter((id) => named.has(id)));
    let here = parent.firstChild;
    const next = () => {
      while (here?.id && !stay.has(here.id)) {
        const gone = here;
        here = here.nextSibling;
        gone.remove();
      }
    };
    for (const then of [...wanted.childNodes]) {
      next();
      const known = then.id ? named.get(then.id) : null;
      if (known && known.nodeName === then.nodeName) {
        if (known === here) {
          here = here.nextSibling;
        } else {
          parent.insertBefore(known, here);
        }
        bring(known, then);
      } else if (here && isSame(here, then)) {
        const same = here;
        here = here.nextSibling;
        bring(same, then);
      } else {
        shown(parent, then, here);
      }
    }
    while (here) {
      const gone = here;
      here = here.nextSibling;
      gone.remove();
    }
  };

  const replace = (piece, fresh) => {
    const focused = piece.contains(document.activeElement) ? document.activeElement : null;
    bring(piece, fresh);
    if (focused && focused.isConnected && focused !== document.activeElement) {
      focused.focus({preventScroll: true});
    }
  };

  // What would move the rest of the page is kept until somebody asks for it; what changed inside of rows that stay is shown at once.

  const held = new Map();

  const rowsOf = (piece) => [...piece.querySelectorAll(ROWS)];
  const idsOf = (piece) => rowsOf(piece).map((row) => row.id);
  const isInView = (piece) => {
    const box = piece.getBoundingClientRect();
    return box.bottom > 0 && box.top < window.innerHeight;
  };
  const movesRows = (piece, fresh) => !piece.matches('[data-live-moves]') && isInView(piece) && idsOf(piece).join() !== idsOf(fresh).join();

  const hold = (piece, fresh) => {
    const then = new Map(rowsOf(fresh).map((row) => [row.id, row]));
    rowsOf(piece).filter((row) => then.get(row.id)?.nodeName === row.nodeName).forEach((row) => bring(row, then.get(row.id)));
    held.set(piece.id, fresh);
  };

  const tellHeld = () => {
    const place = document.querySelector('[data-live-held]');
    const waiting = [...held].map(([id, fresh]) => [document.getElementById(id), fresh]).filter(([piece]) => piece);
    const added = waiting.map(([piece, fresh]) => idsOf(fresh).filter((id) => !idsOf(piece).includes(id)).length).reduce((sum, each) => sum + each, 0);
    const text = added > 0 ? place?.dataset.added.replace('{0}', added) : place?.dataset.changed;
    if (!place || (waiting.length > 0 && place.textContent === text)) {
      return;
    }
    place.replaceChildren();
    if (waiting.length > 0) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'btn btn-primary';
      button.textContent = text;
      place.append(button);
    }
  };

  const show = () => {
    const pieces = [...held].map(([id, fresh]) => [document.getElementById(id), fresh]).filter(([piece]) => piece);
    held.clear();
    tellHeld();
    pieces.forEach(([piece, fresh]) => replace(piece, fresh));
    if (pieces.length > 0) {
      pieces[0][0].tabIndex = -1;
      pieces[0][0].focus({preventScroll: true});
    }
  };

  document.addEventListener('click', (event) => event.target.closest?.('[data-live-held] button') && show());
  document.addEventListener('htmx:afterSwap', () => {
    held.clear();
    tellHeld();
  });

  // Refreshing, one at a time and not too often.

  let due = new Set();
  let timer = null;
  let running = false;
  let freeAt = 0;

  const pieces = (kinds) => [...document.querySelectorAll('[data-live][id]')]
    .filter((piece) => kinds.has('') || piece.dataset.live.split(' ').some((kind) => kinds.has(kind)));

  const plan = () => {
    if (timer === null && !running && due.size > 0 && !document.hidden) {
      timer = window.setTimeout(refresh, Math.max(GATHERED_MS, freeAt - performance.now()));
    }
  };

  const want = (kind) => {
    if (pieces(new Set([kind])).length > 0) {
      due.add(kind);
      plan();
    }
  };

  const refresh = async () => {
    timer = null;
    const kinds = due;
    due = new Set();
    running = true;
    const began = performance.now();
    const address = addressed();
    try {
      const response = await fetch(address, {headers: {'X-By-Itself': 'yes', Accept: 'text/html'}, cache: 'no-store'});
      if (new URL(response.url).pathname === '/sign-in') {
        window.location.assign('/sign-in');
        return;
      }
      if (addressed() !== address) {
        kinds.forEach((kind) => due.add(kind)); // a filter was changed meanwhile
      } else if (response.ok) {
        const page = new DOMParser().parseFromString(await response.text(), 'text/html');
        pieces(kinds).forEach((piece) => {
          const fresh = page.getElementById(piece.id);
          held.delete(piece.id);
          if (fresh && movesRows(piece, fresh)) {
            hold(piece, fresh);
          } else if (fresh) {
            replace(piece, fresh);
          }
        });
        tellHeld();
        document.dispatchEvent(new CustomEvent('live:refreshed'));
      }
    } catch (unreachable) {
      // The stream will be lost as well, and what is missing is read when it is back.
    } finally {
      running = false;
      freeAt = performance.now() + Math.max(BETWEEN_MS, SHARE * (performance.now() - began));
      plan();
    }
  };

  // Listening.

  const follow = (marker) => {
    let source = null;
    let last = null;
    let pause = 1000;
    let retry = null;
    let unread = null;

    const address = () => {
      const url = new URL(marker.dataset.liveStream, window.location.href);
      if (last || marker.dataset.liveSince) {
        url.searchParams.set(last ? 'after' : 'since', last || marker.dataset.liveSince);
      }
      return url;
    };
    // How many wait to be read is told at the beginning, and when it changes: also by what somebody read elsewhere.
    const counted = (event) => {
      const before = unread;
      last = event.lastEventId || last;
      unread = JSON.parse(event.data).unread;
      document.dispatchEvent(new CustomEvent('live:unread', {detail: unread}));
      if (before !== null && before !== unread) {
        want('notices');
      }
    };
    const heard = (kind) => (event) => {
      last = event.lastEventId || last;
      want(kind);
    };
    const open = () => {
      window.clearTimeout(retry);
      if (source || document.hidden) {
        return;
      }
      source = new EventSource(address());
      source.onopen = () => {
        pause = 1000;
      };
      KINDS.forEach((kind) => source.addEventListener(kind, heard(kind)));
      source.addEventListener('unread', counted);
      source.addEventListener('reset', heard(''));
      source.onerror = () => {
        if (source?.readyState !== EventSource.CLOSED) {
          return; // it comes back by itself
        }
        close();
        // What is asked for leads to the sign-in page where the session is over; a stream of notices has nothing to say of the rest of the page.
        want(marker.dataset.liveStream === '/live/notices' ? 'notices' : '');
        retry = window.setTimeout(open, pause);
        pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
      };
    };
    const close = () => {
      window.clearTimeout(retry);
      source?.close();
      source = null;
    };

    let hidden = null;
    document.addEventListener('visibilitychange', () => {
      window.clearTimeout(hidden);
      if (document.hidden) {
        hidden = window.setTimeout(close, HIDDEN_MS);
      } else {
        open();
        plan();
      }
    });
    window.addEventListener('pagehide', close);
    window.addEventListener('pageshow', open);
    open();
  };

  document.addEventListener('DOMContentLoaded', () => {
    [...document.querySelectorAll('[data-live-stream]')].slice(0, MOST_STREAMS).forEach(follow);
    if (document.querySelector('[data-live~="clearings"]')) {
      window.setInterval(() => want('clearings'), ROUNDS_MS);
    }
  });
})();
